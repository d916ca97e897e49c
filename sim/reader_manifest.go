package sim

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
)

// manifest reads a list of files: an S3 inventory, whose rows are the items, or the data manifest
// of Athena, whose files hold them.
func (r *itemReader) manifest(store ObjectStore, q readRequest) ([]mapItem, *fault) {
	o, ok := store.GetObject(q.bucket, q.key)
	if !ok {
		return nil, unreadable(msgNoObject, q.bucket, q.key)
	}
	if r.config.ManifestType == "ATHENA_DATA" {
		return r.athena(store, string(o.Body))
	}
	return r.inventory(store, o.Body)
}

func (r *itemReader) athena(store ObjectStore, manifest string) ([]mapItem, *fault) {
	var items []mapItem
	for _, row := range splitCSV(manifest, ',') {
		bucket, key, ok := splitURI(row[0])
		if !ok {
			return nil, unreadable(msgReaderURI, row[0])
		}
		inside, f := r.object(store, bucket, key, strings.ToUpper(r.config.InputType))
		if f != nil {
			return nil, f
		}
		for _, item := range inside {
			item.index = len(items)
			items = append(items, item)
		}
	}
	return items, nil
}

func (r *itemReader) inventory(store ObjectStore, manifest []byte) ([]mapItem, *fault) {
	v, err := ordjson.Decode(manifest)
	if err != nil {
		return nil, unreadable(msgReaderJSON, err)
	}
	bucket, _ := member(v, "destinationBucket").(string)
	bucket = strings.TrimPrefix(bucket, "arn:aws:s3:::")
	schema, _ := member(v, "fileSchema").(string)
	var headers []string
	for h := range strings.SplitSeq(schema, ",") {
		headers = append(headers, strings.TrimSpace(h))
	}
	files, _ := member(v, "files").([]any)
	var rows [][]string
	for _, file := range files {
		key, _ := member(file, "key").(string)
		o, ok := store.GetObject(bucket, key)
		if !ok {
			return nil, unreadable(msgNoObject, bucket, key)
		}
		body, f := unpack(&o)
		if f != nil {
			return nil, f
		}
		rows = append(rows, splitCSV(string(body), ',')...)
	}
	return csvItems(headers, rows), nil
}

// unpack returns the body of an object, unzipped if its key ends in .gz.
func unpack(o *Object) ([]byte, *fault) {
	if !strings.HasSuffix(o.Key, ".gz") {
		return o.Body, nil
	}
	z, err := gzip.NewReader(bytes.NewReader(o.Body))
	if err != nil {
		return nil, unreadable(msgReaderGzip, o.Key, err)
	}
	body, err := io.ReadAll(z)
	if err != nil {
		return nil, unreadable(msgReaderGzip, o.Key, err)
	}
	return body, nil
}

func splitURI(uri string) (bucket, key string, ok bool) {
	rest, ok := strings.CutPrefix(strings.TrimSpace(uri), "s3://")
	if !ok {
		return "", "", false
	}
	return strings.Cut(rest, "/")
}
