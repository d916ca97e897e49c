package tasks

import "github.com/stepwise-go/stepwise/constructs/sfn"

const eksDoc = "https://docs.aws.amazon.com/step-functions/latest/dg/connect-eks.html"

// EKSCluster is an EKS cluster whose Kubernetes API is called. It must be reachable from the
// internet, and must grant the machine's role access in Kubernetes: IAM has no say in it.
type EKSCluster struct {
	Name                 sfn.Text // required
	Endpoint             sfn.Text // required: https://...
	CertificateAuthority sfn.Text // required: base64
}

// EKSClusterOf returns the cluster of a CDK construct (awseks.ICluster).
func EKSClusterOf(c interface {
	ClusterName() *string
	ClusterEndpoint() *string
	ClusterCertificateAuthorityData() *string
}) EKSCluster {
	if isNil(c) {
		return EKSCluster{}
	}
	return EKSCluster{text(c.ClusterName()), text(c.ClusterEndpoint()), text(c.ClusterCertificateAuthorityData())}
}

func (b *call) eksCluster(c EKSCluster) {
	b.need("ClusterName", c.Name, "Cluster.Name")
	b.need("CertificateAuthority", c.CertificateAuthority, "Cluster.CertificateAuthority")
	b.need("Endpoint", c.Endpoint, "Cluster.Endpoint")
}

var eksCall = Descriptor{
	Name: "EKSCall", Title: "calls the Kubernetes API of an EKS cluster", Service: "eks", Action: "call", Patterns: onlyRequest,
	Required: []string{"ClusterName", "CertificateAuthority", "Endpoint", "Method", "Path"}, Doc: eksDoc,
	Errors: []string{"EKS.401", "EKS.403", "EKS.404", "EKS.409", "EKS.500"},
}

// EKSCall calls the Kubernetes API of an EKS cluster. The result has StatusCode, Headers and ResponseBody.
type EKSCall struct {
	Cluster         EKSCluster
	Method          sfn.Text  // required: GET, POST, PUT, DELETE, PATCH, HEAD
	Path            sfn.Text  // required: /api/v1/namespaces/default/pods
	QueryParameters sfn.Value // {"labelSelector": ["job-name=x"]}: each value is a list
	RequestBody     sfn.Value
	Extra           map[string]any
}

// Bind implements sfn.Integration.
func (t EKSCall) Bind(c *sfn.TaskContext) sfn.Binding {
	b := eksCall.bind(c, RequestResponse)
	b.eksCluster(t.Cluster)
	b.need("Method", t.Method)
	b.choose("Method", t.Method, "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD")
	b.need("Path", t.Path)
	b.set("QueryParameters", t.QueryParameters)
	b.set("RequestBody", t.RequestBody)
	return b.done(t.Extra)
}

var eksRunJob = Descriptor{
	Name: "EKSRunJob", Title: "runs a Kubernetes job on an EKS cluster", Service: "eks", Action: "runJob", Patterns: requestJob,
	Required: []string{"ClusterName", "CertificateAuthority", "Endpoint", "Job"}, Doc: eksDoc,
}

// EKSRunJob runs a Kubernetes batch/v1 job on an EKS cluster. The CDK has no class for it.
type EKSRunJob struct {
	Pattern    sfn.Pattern
	Cluster    EKSCluster
	Job        sfn.Value // required: the manifest
	Namespace  sfn.Text
	LogOptions sfn.Value // {"RetrieveLogs": true}, with RunJob
	Extra      map[string]any
}

// Bind implements sfn.Integration.
func (t EKSRunJob) Bind(c *sfn.TaskContext) sfn.Binding {
	b := eksRunJob.bind(c, t.Pattern)
	b.eksCluster(t.Cluster)
	b.set("Namespace", t.Namespace)
	b.set("LogOptions", t.LogOptions)
	if isSet(t.LogOptions) && t.Pattern != RunJob {
		b.report(needsOther("LogOptions", "Pattern: RunJob"))
	}
	b.need("Job", t.Job)
	return b.done(t.Extra)
}
