package services

import (
	"encoding/base64"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"strings"

	"github.com/stepwise-go/stepwise/ordjson"
	"github.com/stepwise-go/stepwise/sim"
)

var s3Operations = map[string]operation{
	"aws-sdk:s3:getObject":     getObject,
	"aws-sdk:s3:headObject":    headObject,
	"aws-sdk:s3:putObject":     putObject,
	"aws-sdk:s3:deleteObject":  deleteObject,
	"aws-sdk:s3:listObjectsV2": listObjects,
}

const stamp = "2006-01-02T15:04:05Z"

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
func getObject(r *request) (*ordjson.Object, error) {
	o, ok := r.run.Objects().GetObject(r.text("Bucket"), r.text("Key"))
	if !ok {
		return nil, r.fail(s3Brand, "NoSuchKeyException", "NoSuchKey", "404", msgNoKey)
	}
	out := aboutObject(&o)
	out.Set("Body", string(o.Body))
	return out, nil
}

func headObject(r *request) (*ordjson.Object, error) {
	o, ok := r.run.Objects().GetObject(r.text("Bucket"), r.text("Key"))
	if !ok {
		return nil, r.fail(s3Brand, "NoSuchKeyException", "NoSuchKey", "404", "null") // an answer to HEAD has no message
	}
	return aboutObject(&o), nil
}

func aboutObject(o *sim.Object) *ordjson.Object {
	out := object("AcceptRanges", "bytes", "ContentLength", float64(len(o.Body)), "ContentType", "binary/octet-stream", "ETag", o.ETag(),
		"LastModified", o.LastModified.UTC().Format(stamp), "Metadata", object(), "ServerSideEncryption", "AES256")
	if o.StorageClass != "" && o.StorageClass != "STANDARD" {
		out.Set("StorageClass", o.StorageClass)
	}
	return out
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
// A Body that is no text is put as JSON.
func putObject(r *request) (*ordjson.Object, error) {
	o := sim.Object{Bucket: r.text("Bucket"), Key: r.text("Key"), Body: []byte(r.text("Body")), LastModified: r.run.Now(), StorageClass: r.text("StorageClass")}
	r.run.Objects().PutObject(o)
	sum := binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(o.Body))
	return object("ChecksumCRC32", base64.StdEncoding.EncodeToString(sum), "ChecksumType", "FULL_OBJECT", "ETag", o.ETag(), "ServerSideEncryption", "AES256"), nil
}

// A key that is not there is no error.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
func deleteObject(r *request) (*ordjson.Object, error) {
	store, ok := r.run.Objects().(interface{ DeleteObject(bucket, key string) })
	if !ok {
		return nil, sim.TestError{Err: errors.New(msgNoDelete)}
	}
	store.DeleteObject(r.text("Bucket"), r.text("Key"))
	return object(), nil
}

// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
func listObjects(r *request) (*ordjson.Object, error) {
	prefix, delimiter := r.text("Prefix"), r.text("Delimiter")
	after := max(r.text("StartAfter"), r.text("ContinuationToken"))
	most, ok := r.int("MaxKeys")
	if !ok || most > 1000 {
		most = 1000
	}
	contents, common, last, more := []any{}, []any{}, "", false
	for _, o := range r.run.Objects().ListObjects(r.text("Bucket"), prefix) {
		name, group := o.Key, false
		if before, _, found := strings.Cut(o.Key[len(prefix):], delimiter); delimiter != "" && found {
			name, group = prefix+before+delimiter, true
		}
		switch {
		case name <= after || group && name == last:
			continue
		case len(contents)+len(common) >= most:
			more = true
		case group:
			common = append(common, object("Prefix", name))
		default:
			class := o.StorageClass
			if class == "" {
				class = "STANDARD"
			}
			contents = append(contents, object("ETag", o.ETag(), "Key", o.Key, "LastModified", o.LastModified.UTC().Format(stamp), "Size", float64(len(o.Body)), "StorageClass", class))
		}
		if more {
			break
		}
		last = name
	}
	out := object("IsTruncated", more, "KeyCount", float64(len(contents)+len(common)), "MaxKeys", float64(most), "Name", r.text("Bucket"), "Prefix", prefix)
	if len(contents) > 0 {
		out.Set("Contents", contents)
	}
	if len(common) > 0 {
		out.Set("CommonPrefixes", common)
	}
	if more {
		out.Set("NextContinuationToken", last)
	}
	return out, nil
}
