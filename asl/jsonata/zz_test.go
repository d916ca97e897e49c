package jsonata_test
import ("testing";"context";"github.com/stepwise-go/stepwise/asl/jsonata";"github.com/stepwise-go/stepwise/ordjson";"os";"strings")
func TestZZ(t *testing.T){
 for _,l:=range strings.Split(os.Getenv("ZZ"),"\n"){ e,d,_:=strings.Cut(l," @@ "); if d==""{d="{}"}
 v,_:=ordjson.DecodeString(d); x,err:=jsonata.Compile(e); if err!=nil{t.Log(e,err);continue}
 r,def,err:=x.Eval(context.Background(),v,nil); t.Log(e," => ",show(plain(r),def),err)}
}
