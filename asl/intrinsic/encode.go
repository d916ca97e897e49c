package intrinsic

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"encoding/hex"
	"hash"
	"strings"
	"unicode/utf8"

	"github.com/stepwise-go/stepwise/ordjson"
)

func base64Encode(in *invocation) (any, error) {
	if err := in.short(0, in.text(0)); err != nil {
		return nil, err
	}
	return base64.StdEncoding.EncodeToString([]byte(in.text(0))), nil
}

func base64Decode(in *invocation) (any, error) {
	if err := in.short(0, in.text(0)); err != nil {
		return nil, err
	}
	// MIME Base64 may be broken into lines and may lack its padding.
	text := strings.NewReplacer("\r", "", "\n", "", " ", "", "\t", "").Replace(in.text(0))
	bytes, err := base64.RawStdEncoding.DecodeString(strings.TrimRight(text, "="))
	if err != nil {
		return nil, in.fail(failBase64)
	}
	return strings.ToValidUTF8(string(bytes), "\uFFFD"), nil
}

func hashOf(in *invocation) (any, error) {
	text, ok := in.args[0].(string)
	switch {
	case in.args[0] == nil:
		return nil, in.fail(failNull, in.call.fn.Params[0].Name)
	case !ok:
		text = ordjson.String(in.args[0])
	}
	if err := in.short(0, text); err != nil {
		return nil, err
	}
	h := newHash(in.text(1))
	if h == nil {
		return nil, in.fail(failAlgorithm, in.text(1))
	}
	h.Write([]byte(text))
	return hex.EncodeToString(h.Sum(nil)), nil
}

// newHash returns the algorithm of a name, or nil.
func newHash(algorithm string) hash.Hash {
	switch algorithm {
	case "MD5":
		return md5.New()
	case "SHA-1":
		return sha1.New()
	case "SHA-256":
		return sha256.New()
	case "SHA-384":
		return sha512.New384()
	case "SHA-512":
		return sha512.New()
	}
	return nil
}

// short fails if a text has more characters than the service takes.
func (in *invocation) short(i int, text string) error {
	if len(text) > MaxCharacters && utf8.RuneCountInString(text) > MaxCharacters {
		return in.fail(failLong, in.call.fn.Params[i].Name, MaxCharacters)
	}
	return nil
}
