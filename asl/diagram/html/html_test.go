package html_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stepwise-go/stepwise/asl"
	"github.com/stepwise-go/stepwise/asl/diagram"
	"github.com/stepwise-go/stepwise/asl/diagram/html"
	"github.com/stepwise-go/stepwise/iam"
)

func read(t testing.TB, parts ...string) []byte {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(append([]string{"..", "testdata"}, parts...)...))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func machine(t testing.TB, folder, name string) *asl.Machine {
	t.Helper()
	doc, err := asl.Parse(name+".yaml", read(t, folder, name+".asl.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return doc.Machine
}

func sagaPage(t testing.TB) string {
	t.Helper()
	run, err := diagram.ReadHistory(read(t, "histories", "order-saga.json"))
	if err != nil {
		t.Fatal(err)
	}
	return html.Render(machine(t, "machines", "order-saga"), html.Options{
		Title: "Order saga", Overlay: run,
		Statements: []iam.Statement{iam.Allow("sqs:SendMessage").On("arn:aws:sqs:::payments").Because("Take Payment", "sends the task token")},
		Notes:      map[string]string{"Take Payment": "Ask the money team.", "": "Forty thousand a day."},
	})
}

const title = `document.querySelector("#panel h2").textContent`

func TestInBrowser(t *testing.T) {
	b := openBrowser(t)
	b.open(sagaPage(t), "")
	b.is(title, "Order saga")
	b.is(`document.querySelector("#panel").textContent.includes("Forty thousand a day.")`, "true")

	b.click(`[data-id="/States/Take Payment"] .name`)
	b.is(title, "Take Payment")
	b.is(`decodeURIComponent(location.hash)`, "#Take Payment")
	for _, text := range []string{"Ask the money team.", "sqs:SendMessage", "sends the task token", "CardDeclined: as the bank says", "arn:aws:states:::sqs:sendMessage.waitForTaskToken"} {
		b.is(fmt.Sprintf(`document.querySelector("#panel").textContent.includes(%q)`, text), "true")
	}

	// Find: what does not match is dimmed, Enter goes to the next hit, Escape ends it.
	b.key("/")
	for _, c := range "cancel" {
		b.key(string(c))
	}
	b.is(`document.querySelector("#found").textContent`, "2 found")
	b.is(`document.querySelectorAll(".node.dim").length`, "9")
	b.key("Enter")
	b.is(title, "Cancel Hotel")
	b.key("Enter")
	b.is(title, "Cancel Flight")
	b.key("Escape")
	b.is(`document.querySelectorAll(".dim").length`, "0")

	// The keyboard alone: Tab goes through the states, Enter opens one, Escape leads back.
	b.key("Tab")
	b.key("Enter")
	b.is(title, "Reserve Flight")
	b.key("Tab")
	b.key("Enter")
	b.is(title, "Reserve Hotel")
	b.key("Escape")
	b.is(title, "Order saga")

	// Step through the execution.
	status := func(state string) string {
		return fmt.Sprintf(`document.querySelector('[data-id="/States/%s"]').dataset.status`, state)
	}
	b.is(status("Not Booked"), "failed")
	for range 3 {
		b.key(",")
	}
	b.is(status("Not Booked"), "not reached")
	b.eval(`(() => {const s = document.querySelector("#slider"); s.value = 2; s.dispatchEvent(new Event("input"))})()`)
	b.is(status("Reserve Flight"), "running")
	b.is(`document.querySelector("#now").textContent.includes("Reserve Flight: entered")`, "true")
	b.key(".")
	b.is(`document.querySelector("#slider").value`, "3")

	if len(b.faults) > 0 {
		t.Errorf("the page complained: %s", b.faults)
	}
}

func TestPanAndZoomInBrowser(t *testing.T) {
	b := openBrowser(t)
	b.open(html.Render(machine(t, "machines", "onboarding"), html.Options{}), "Remind")
	b.is(title, "Remind")
	const view = `document.querySelector("#sheet").style.transform`
	b.frame()
	before := b.eval(view)
	b.call("Input.dispatchMouseEvent", map[string]any{"type": "mouseWheel", "x": 300, "y": 300, "deltaX": 0, "deltaY": -240}, nil)
	b.frame()
	zoomed := b.eval(view)
	b.mouse("mousePressed", 300, 300)
	for i := range 5 {
		b.mouse("mouseMoved", 300+float64(i)*20, 300)
	}
	b.mouse("mouseReleased", 380, 300)
	b.frame()
	moved := b.eval(view)
	b.key("0")
	b.frame()
	whole := b.eval(view)
	if before == zoomed || zoomed == moved || moved == whole {
		t.Error("the picture does not move:", before, zoomed, moved, whole)
	}
	b.is(title, "Remind") // a drag is no click
	b.is(`[...document.querySelectorAll("#sheet svg .box")].every(e => {const r = e.getBoundingClientRect(), s = document.querySelector("#stage").getBoundingClientRect(); return r.left >= s.left && r.right <= s.right && r.top >= s.top && r.bottom <= s.bottom})`, "true")
	b.is(`document.documentElement.dataset.theme`, "light")
	b.click("#theme")
	b.is(`document.documentElement.dataset.theme`, "dark")
	b.is(`getComputedStyle(document.querySelector(".sfn .state .box")).fill`, "rgb(26, 34, 44)")
	if len(b.faults) > 0 {
		t.Errorf("the page complained: %s", b.faults)
	}
}

func TestHostileNamesInBrowser(t *testing.T) {
	b := openBrowser(t)
	m := machine(t, "machines", "hostile")
	b.open(html.Render(m, html.Options{Title: `</title><script>alert(1)</script>`, Notes: map[string]string{"": "</script><img src=x onerror=alert(1)>"}}), "")
	b.is(`document.title`, `</title><script>alert(1)</script>`)
	for _, name := range m.States.Names() {
		quoted, _ := json.Marshal(name)
		b.eval("location.hash = '#' + encodeURIComponent(" + string(quoted) + ")")
		b.eval("new Promise(r => setTimeout(r, 20))")
		b.is(title, strings.ReplaceAll(name, "\r", ""))
	}
	if len(b.faults) > 0 {
		t.Errorf("the page complained: %s", b.faults)
	}
}

func TestNothingIsFetched(t *testing.T) {
	page := sagaPage(t)
	for _, bad := range []string{"http-equiv=\"refresh\"", "<link", "src=", "fetch(", "XMLHttpRequest", "import(", "url("} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %s", bad)
		}
	}
	if !strings.Contains(page, "default-src &#39;none&#39;") && !strings.Contains(page, "default-src 'none'") {
		t.Error("the page has no policy")
	}
	if page != sagaPage(t) {
		t.Error("the page is not the same twice")
	}
}

func TestNoMachine(t *testing.T) {
	for _, def := range []diagram.Definition{nil, &asl.Machine{}} {
		if !strings.Contains(html.Render(def, html.Options{}), "<svg") {
			t.Error("no picture")
		}
	}
}

func ExampleRender() {
	m := &asl.Machine{Graph: asl.Graph{StartAt: "Done"}}
	m.States.Set("Done", &asl.Succeed{})
	page := html.Render(m, html.Options{Title: "Hello"})
	fmt.Println(strings.Contains(page, "<title>Hello</title>"))
	// Output: true
}

// steps is a machine of so many tasks that all fail in the same place.
func steps(count int) *asl.Machine {
	m := &asl.Machine{Graph: asl.Graph{StartAt: "Step 1"}}
	for i := 1; i <= count; i++ {
		m.States.Set(fmt.Sprint("Step ", i), &asl.Task{
			Resource: "arn:aws:states:::lambda:invoke", Flow: asl.Flow{Next: fmt.Sprint("Step ", i+1)},
			Rescue: asl.Rescue{Catch: []asl.Catcher{{ErrorEquals: []string{"States.ALL"}, Next: "Failed"}}},
		})
	}
	m.States.Set(fmt.Sprint("Step ", count+1), &asl.Succeed{})
	m.States.Set("Failed", &asl.Fail{})
	return m
}

// A picture of a thousand states has most of its lines cut; their labels lead to where they go.
func TestLargeMachineInBrowser(t *testing.T) {
	b := openBrowser(t)
	b.open(html.Render(steps(1000), html.Options{}), "Step 500")
	b.is(title, "Step 500")
	b.is(`document.querySelectorAll("[data-id]").length`, "1002")
	b.frame()
	b.eval(`document.querySelector('[data-edge-label="/States/Step 500/Catch/0/Next"]').id = "cut"`)
	b.click("#cut")
	b.is(title, "Failed")
	b.frame()
	b.is(`(() => {const r = document.querySelector(".node.selected .box").getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight})()`, "true")
	b.eval(`(() => {window.times = []; const next = time => {times.push(time); window.going = requestAnimationFrame(next)}; next()})()`)
	b.mouse("mousePressed", 300, 600)
	for i := range 60 {
		b.mouse("mouseMoved", 300, 600-8*float64(i))
	}
	b.mouse("mouseReleased", 300, 100)
	t.Log("milliseconds from frame to frame while it is dragged:", b.eval(`(() => {
		cancelAnimationFrame(going);
		const gaps = times.slice(2).map((time, i) => time - times[i + 1]).sort((a, b) => a - b), at = part => gaps[Math.floor(gaps.length * part)].toFixed(1);
		return gaps.length + " frames, median " + at(0.5) + ", 95 % within " + at(0.95);
	})()`))
	if len(b.faults) > 0 {
		t.Errorf("the page complained: %s", b.faults)
	}
}

func BenchmarkRender(b *testing.B) {
	for name, m := range map[string]*asl.Machine{"onboarding": machine(b, "machines", "onboarding"), "states=1000": steps(1000)} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				html.Render(m, html.Options{})
			}
		})
	}
}
