package fakeaws

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
)

// The account and region of the fake.
const (
	Account = "123456789012"
	Region  = "us-east-1"
)

// Server is a running fake.
type Server struct {
	http *httptest.Server

	mu       sync.Mutex
	schema   *Schema
	objects  map[string][]byte // bucket/key
	stacks   map[string]*stack
	deleted  map[string]*stack // by ID
	sets     map[string]*changeSet
	machines map[string]Machine // by ARN
	serial   int
	calls    []string
}

// Machine is a state machine that was deployed.
type Machine struct {
	ARN, Name, Type, Role string
	Definition            string // with its substitutions
}

// Start starts a fake that checks resources against schema, if it is not nil.
func Start(schema *Schema) *Server {
	s := &Server{schema: schema, objects: map[string][]byte{}, stacks: map[string]*stack{}, deleted: map[string]*stack{}, sets: map[string]*changeSet{}, machines: map[string]Machine{}}
	s.http = httptest.NewServer(http.HandlerFunc(s.serve))
	return s
}

// Close stops it.
func (s *Server) Close() { s.http.Close() }

// URL is the endpoint, with an IP address: with a host name the SDK asks for bucket.host.
func (s *Server) URL() string { return s.http.URL }

// Machines returns the deployed state machines by ARN.
func (s *Server) Machines() map[string]Machine {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make(map[string]Machine, len(s.machines))
	for k, v := range s.machines {
		out[k] = v
	}
	return out
}

// Resources returns the types of a stack's resources by logical ID; nil if there is no such stack.
func (s *Server) Resources(stackName string) map[string]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	st := s.stacks[stackName]
	if st == nil {
		return nil
	}
	out := map[string]string{}
	for id, r := range st.resources {
		out[id] = r.kind
	}
	return out
}

// Calls returns the operations that were asked for, in order.
func (s *Server) Calls() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.calls...)
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	body, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if target := r.Header.Get("X-Amz-Target"); target != "" {
		s.serveJSON(w, target, body)
		return
	}
	if form, err := url.ParseQuery(string(body)); err == nil && form.Get("Action") != "" && !strings.HasPrefix(r.URL.Path, "/cdk") {
		s.serveQuery(w, form)
		return
	}
	s.serveS3(w, r, body)
}

func (s *Server) note(call string) { s.calls = append(s.calls, call) }

// next makes the number in names that have to be new each time.
func (s *Server) next() int {
	s.serial++
	return s.serial
}

// serveJSON answers SSM, CloudTrail and Step Functions.
func (s *Server) serveJSON(w http.ResponseWriter, target string, body []byte) {
	_, operation, _ := strings.Cut(target, ".")
	s.note(operation)
	var in map[string]any
	_ = json.Unmarshal(body, &in)
	w.Header().Set("Content-Type", "application/x-amz-json-1.1")
	reply := func(v any) { _ = json.NewEncoder(w).Encode(v) }
	switch operation {
	case "GetParameter":
		reply(map[string]any{"Parameter": map[string]any{"Name": in["Name"], "Type": "String", "Value": "30", "Version": 1}})
	case "LookupEvents":
		reply(map[string]any{"Events": []any{}})
	case "DescribeStateMachine":
		m, ok := s.machines[fmt.Sprint(in["stateMachineArn"])]
		if !ok {
			w.WriteHeader(http.StatusBadRequest)
			reply(map[string]any{"__type": "StateMachineDoesNotExist"})
			return
		}
		reply(map[string]any{"stateMachineArn": m.ARN, "name": m.Name, "definition": m.Definition, "roleArn": m.Role, "type": m.Type, "creationDate": 0, "status": "ACTIVE"})
	default:
		w.WriteHeader(http.StatusBadRequest)
		reply(map[string]any{"__type": "UnknownOperationException", "message": operation})
	}
}

// serveQuery answers STS and CloudFormation.
func (s *Server) serveQuery(w http.ResponseWriter, form url.Values) {
	action := form.Get("Action")
	s.note(action)
	result, fault := s.query(action, form)
	w.Header().Set("Content-Type", "text/xml")
	if fault != nil {
		w.WriteHeader(http.StatusBadRequest)
		fmt.Fprintf(w, "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>r</RequestId></ErrorResponse>", fault.code, escape(fault.message))
		return
	}
	fmt.Fprintf(w, "<%[1]sResponse><%[1]sResult>%[2]s</%[1]sResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></%[1]sResponse>", action, result)
}

type apiFault struct{ code, message string }

func (s *Server) query(action string, form url.Values) (string, *apiFault) {
	switch action {
	case "GetCallerIdentity":
		return tag("Account", Account) + tag("Arn", "arn:aws:iam::"+Account+":user/test") + tag("UserId", "U"), nil
	case "AssumeRole":
		return "<Credentials>" + tag("AccessKeyId", "AKIATEST") + tag("SecretAccessKey", "s") + tag("SessionToken", "t") +
			tag("Expiration", "2099-01-01T00:00:00Z") + "</Credentials>" +
			"<AssumedRoleUser>" + tag("Arn", form.Get("RoleArn")) + tag("AssumedRoleId", "R:s") + "</AssumedRoleUser>", nil
	}
	return s.cloudFormation(action, form)
}

// serveS3 answers S3 in path style.
func (s *Server) serveS3(w http.ResponseWriter, r *http.Request, body []byte) {
	bucket, key, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	q := r.URL.Query()
	w.Header().Set("Content-Type", "application/xml")
	switch {
	case r.Method == http.MethodPut:
		s.note("PutObject")
		s.objects[bucket+"/"+key] = unchunk(r, body)
		w.Header().Set("ETag", `"e"`)
	case q.Has("location"):
		s.note("GetBucketLocation")
		fmt.Fprint(w, `<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/"></LocationConstraint>`)
	case q.Has("encryption"):
		s.note("GetBucketEncryption")
		fmt.Fprint(w, `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`)
	case key == "":
		s.note("ListObjectsV2")
		fmt.Fprint(w, s.list(bucket, q.Get("prefix")))
	default:
		s.note("GetObject")
		content, ok := s.objects[bucket+"/"+key]
		if !ok {
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprint(w, "<Error><Code>NoSuchKey</Code></Error>")
			return
		}
		_, _ = w.Write(content)
	}
}

func (s *Server) list(bucket, prefix string) string {
	var contents strings.Builder
	n := 0
	for k := range s.objects {
		if key, ok := strings.CutPrefix(k, bucket+"/"); ok && strings.HasPrefix(key, prefix) {
			contents.WriteString("<Contents>" + tag("Key", key) + tag("Size", "1") + "</Contents>")
			n++
		}
	}
	return fmt.Sprintf("<ListBucketResult><Name>%s</Name><KeyCount>%d</KeyCount><IsTruncated>false</IsTruncated>%s</ListBucketResult>", bucket, n, contents.String())
}

// unchunk undoes the aws-chunked encoding of an upload.
func unchunk(r *http.Request, body []byte) []byte {
	if !strings.Contains(r.Header.Get("Content-Encoding"), "aws-chunked") {
		return body
	}
	var out []byte
	for rest := string(body); ; {
		head, tail, ok := strings.Cut(rest, "\r\n")
		if !ok {
			return out
		}
		var n int
		if _, err := fmt.Sscanf(strings.SplitN(head, ";", 2)[0], "%x", &n); err != nil || n == 0 || n > len(tail) {
			return out
		}
		out = append(out, tail[:n]...)
		rest = strings.TrimPrefix(tail[n:], "\r\n")
	}
}

func tag(name, text string) string { return "<" + name + ">" + escape(text) + "</" + name + ">" }

func escape(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text))
	return b.String()
}
