package cdk_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigateway"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigatewayv2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awscodebuild"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdynamodb"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsecs"
	"github.com/aws/aws-cdk-go/awscdk/v2/awseks"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsevents"
	"github.com/aws/aws-cdk-go/awscdk/v2/awskms"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssns"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/jsii-runtime-go"

	"github.com/stepwise-go/stepwise/constructs/sfn"
	"github.com/stepwise-go/stepwise/constructs/sfncdk"
	"github.com/stepwise-go/stepwise/tasks"
	"github.com/stepwise-go/stepwise/test/snapshot"
)

// TestConstructsOfTheCDK gives a construct of the CDK to each function that takes one, made and
// imported. What the machine may do with them is in testdata/constructs.golden.
func TestConstructsOfTheCDK(t *testing.T) {
	stack := newStack()
	id := jsii.String
	key := awskms.NewKey(stack, id("Key"), nil)
	vpc := awsec2.Vpc_FromVpcAttributes(stack, id("Vpc"), &awsec2.VpcAttributes{
		VpcId: id("vpc-1"), AvailabilityZones: jsii.Strings("a", "b"), PrivateSubnetIds: jsii.Strings("subnet-1", "subnet-2"),
	})
	definition := awsecs.NewFargateTaskDefinition(stack, id("Definition"), nil)
	definition.AddContainer(id("app"), &awsecs.ContainerDefinitionOptions{Image: awsecs.ContainerImage_FromRegistry(id("app"), nil)})
	group := awsec2.NewSecurityGroup(stack, id("Group"), &awsec2.SecurityGroupProps{Vpc: vpc})
	table := awsdynamodb.NewTable(stack, id("Table"), &awsdynamodb.TableProps{
		PartitionKey: &awsdynamodb.Attribute{Name: id("id"), Type: awsdynamodb.AttributeType_STRING}, EncryptionKey: key,
	})
	cluster := awseks.Cluster_FromClusterAttributes(stack, id("Kubernetes"), &awseks.ClusterAttributes{
		ClusterName: id("k8s"), ClusterEndpoint: id("https://k8s.example.com"), ClusterCertificateAuthorityData: id("LS0t"),
	})
	item := map[string]any{"id": tasks.DynamoString(sfn.At("$.id"))}
	each := sfn.NewDistributedMap("Each", sfn.NewPass("Item"), sfn.DistributedMapProps{DistributedProps: sfn.DistributedProps{
		Label: "each", Reader: sfn.S3JSON{Bucket: sfn.BucketOf(awss3.NewBucket(stack, id("Bucket"), &awss3.BucketProps{EncryptionKey: key})), Key: "items.json"},
	}})
	m := sfncdk.NewStateMachine(stack, "Machine", sfncdk.StateMachineProps{Definition: sfn.Sequence(
		sfn.NewTask("Run", tasks.ECSRunTask{
			TaskDefinition: tasks.TaskDefinitionOf(definition), LaunchType: "FARGATE",
			Cluster:        tasks.ECSClusterOf(awsecs.NewCluster(stack, id("Cluster"), &awsecs.ClusterProps{Vpc: vpc})),
			Subnets:        tasks.IDs(vpc.SelectSubnets(nil).SubnetIds),
			SecurityGroups: tasks.SecurityGroupIDs(group),
		}),
		sfn.NewTask("Build", tasks.CodeBuildStartBuild{Project: tasks.ProjectOf(awscodebuild.Project_FromProjectName(stack, id("Project"), id("site")))}),
		sfn.NewTask("List pods", tasks.EKSCall{Cluster: tasks.EKSClusterOf(cluster), Method: "GET", Path: "/api/v1/namespaces/default/pods"}),
		sfn.NewTask("Call REST", tasks.APIGatewayInvoke{
			API:    tasks.RestAPIOf(awsapigateway.RestApi_FromRestApiAttributes(stack, id("Rest"), &awsapigateway.RestApiAttributes{RestApiId: id("rest"), RootResourceId: id("root")})),
			Method: "GET", Stage: "prod", Path: "/orders", AuthType: "IAM_ROLE",
		}),
		sfn.NewTask("Call HTTP", tasks.APIGatewayInvoke{
			API: tasks.HTTPAPIOf(awsapigatewayv2.NewHttpApi(stack, id("Http"), nil)), Method: "GET", Path: "/orders", AuthType: "IAM_ROLE",
		}),
		sfn.NewTask("Tell", tasks.EventBridgePutEvents{Entries: []tasks.EventBridgeEvent{{
			Source: "shop", DetailType: "order", Detail: map[string]any{"id": sfn.At("$.id")}, Bus: tasks.EventBusOf(awsevents.NewEventBus(stack, id("Bus"), nil)),
		}}}),
		sfn.NewTask("Ask", tasks.HTTPInvoke{
			Endpoint: "https://api.example.com/orders", Method: "GET",
			Connection: tasks.ConnectionOf(awsevents.Connection_FromEventBusArn(stack, id("Connection"),
				id("arn:aws:events:eu-west-1:123456789012:connection/shop/1"), id("arn:aws:secretsmanager:eu-west-1:123456789012:secret:events!connection/shop/2"))),
		}),
		sfn.NewTask("Get", tasks.DynamoDBGetItem{Table: tasks.TableOf(table), Key: item}),
		sfn.NewTask("Get imported", tasks.DynamoDBGetItem{
			Table: tasks.TableOf(awsdynamodb.Table_FromTableArn(stack, id("Other"), id("arn:aws:dynamodb:eu-west-1:210987654321:table/other"))), Key: item,
		}),
		sfn.NewTask("Start imported", tasks.StartExecution{
			Machine: sfncdk.ImportStateMachine(stack, "Child", "arn:aws:states:eu-west-1:210987654321:stateMachine:child"),
		}),
		sfn.NewTask("Publish", tasks.SNSPublish{Topic: tasks.TopicOf(awssns.NewTopic(stack, id("Topic"), &awssns.TopicProps{MasterKey: key})), Message: "m"}),
		sfn.NewTask("Send", tasks.SQSSendMessage{Queue: tasks.QueueOf(awssqs.NewQueue(stack, id("Queue"), &awssqs.QueueProps{EncryptionMasterKey: key})), Body: "b"}),
		each,
	)})
	_, r := only(t, resources(t, stack), machineType)
	if text := r.Properties["DefinitionString"].(string); !strings.Contains(text, `"https://k8s.example.com"`) {
		t.Error(text)
	}
	snapshot.Text(t, filepath.Join("testdata", "constructs.golden"), m.Explain())
}
