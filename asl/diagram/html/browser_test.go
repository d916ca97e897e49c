package html_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// browser drives a Chromium over its debugging pipe: JSON messages that end in a zero byte.
// https://chromedevtools.github.io/devtools-protocol/
type browser struct {
	t       *testing.T
	in      io.Writer
	out     *bufio.Reader
	id      int
	session string
	faults  []string // what the page complained about or asked for
}

func openBrowser(t *testing.T) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped: -short")
	}
	var path string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			path = p
			break
		}
	}
	if path == "" {
		t.Skip("skipped: there is no chromium here")
	}
	commands, in, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	out, answers, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1300,800",
		"--user-data-dir="+t.TempDir(), "--remote-debugging-pipe", "about:blank")
	cmd.ExtraFiles = []*os.File{commands, answers}
	if err := cmd.Start(); err != nil {
		t.Skip("skipped: chromium does not start:", err)
	}
	commands.Close()
	answers.Close()
	timer := time.AfterFunc(90*time.Second, func() { out.Close() })
	b := &browser{t: t, in: in, out: bufio.NewReaderSize(out, 1<<20)}
	t.Cleanup(func() {
		timer.Stop()
		b.send("Browser.close", nil)
		_ = cmd.Wait()
		in.Close()
		out.Close()
	})
	var target struct{ TargetID string }
	b.call("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	b.call("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	for _, domain := range []string{"Page", "Runtime", "Network", "Log"} {
		b.call(domain+".enable", nil, nil)
	}
	return b
}

func (b *browser) send(method string, params map[string]any) {
	b.id++
	if params == nil {
		params = map[string]any{}
	}
	message := map[string]any{"id": b.id, "method": method, "params": params}
	if b.session != "" && !strings.HasPrefix(method, "Browser.") {
		message["sessionId"] = b.session
	}
	text, _ := json.Marshal(message)
	_, _ = b.in.Write(append(text, 0))
}

type message struct {
	ID     int
	Method string
	Params json.RawMessage
	Result json.RawMessage
	Error  *struct{ Message string }
}

// call sends a command and reads on until its answer.
func (b *browser) call(method string, params map[string]any, result any) {
	b.t.Helper()
	b.send(method, params)
	id := b.id
	for {
		m := b.read()
		if m.ID != id {
			continue
		}
		if m.Error != nil {
			b.t.Fatalf("%s: %s", method, m.Error.Message)
		}
		if result != nil {
			if err := json.Unmarshal(m.Result, result); err != nil {
				b.t.Fatal(err)
			}
		}
		return
	}
}

func (b *browser) read() *message {
	b.t.Helper()
	text, err := b.out.ReadBytes(0)
	if err != nil {
		b.t.Fatal("the browser does not answer:", err)
	}
	m := &message{}
	if err := json.Unmarshal(text[:len(text)-1], m); err != nil {
		b.t.Fatal(err)
	}
	switch m.Method {
	case "Runtime.exceptionThrown", "Page.javascriptDialogOpening":
		b.faults = append(b.faults, m.Method+" "+string(m.Params))
	case "Log.entryAdded":
		b.faults = append(b.faults, string(m.Params))
	case "Network.requestWillBeSent":
		var p struct{ Request struct{ URL string } }
		if json.Unmarshal(m.Params, &p) == nil && !strings.HasPrefix(p.Request.URL, "file:") {
			b.faults = append(b.faults, "asked for "+p.Request.URL)
		}
	}
	return m
}

// open writes a page to a file and opens it.
func (b *browser) open(page, hash string) {
	b.t.Helper()
	file := filepath.Join(b.t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte(page), 0o644); err != nil {
		b.t.Fatal(err)
	}
	address := url.URL{Scheme: "file", Path: file, Fragment: hash}
	b.call("Page.navigate", map[string]any{"url": address.String()}, nil)
	for b.read().Method != "Page.loadEventFired" {
	}
}

// eval returns the value of an expression as text.
func (b *browser) eval(expression string) string {
	b.t.Helper()
	var r struct {
		Result           struct{ Value any }
		ExceptionDetails any
	}
	b.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true}, &r)
	if r.ExceptionDetails != nil {
		b.t.Fatalf("%s: %v", expression, r.ExceptionDetails)
	}
	return fmt.Sprint(r.Result.Value)
}

func (b *browser) is(expression, want string) {
	b.t.Helper()
	if got := b.eval(expression); got != want {
		b.t.Errorf("%s is %q, want %q", expression, got, want)
	}
}

func (b *browser) key(key string) {
	b.t.Helper()
	text := ""
	if len(key) == 1 {
		text = key
	} else if key == "Enter" {
		text = "\r"
	}
	b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyDown", "key": key, "text": text, "code": key, "windowsVirtualKeyCode": virtual[key]}, nil)
	b.call("Input.dispatchKeyEvent", map[string]any{"type": "keyUp", "key": key, "code": key, "windowsVirtualKeyCode": virtual[key]}, nil)
}

var virtual = map[string]int{"Tab": 9, "Enter": 13, "Escape": 27}

// click clicks in the middle of an element.
func (b *browser) click(selector string) {
	b.t.Helper()
	var at [2]float64
	place := b.eval(fmt.Sprintf("(() => {const r = document.querySelector(%q).getBoundingClientRect(); return JSON.stringify([r.x + r.width / 2, r.y + r.height / 2])})()", selector))
	if err := json.Unmarshal([]byte(place), &at); err != nil {
		b.t.Fatal(err)
	}
	b.mouse("mousePressed", at[0], at[1])
	b.mouse("mouseReleased", at[0], at[1])
}

func (b *browser) mouse(kind string, x, y float64) {
	b.t.Helper()
	b.call("Input.dispatchMouseEvent", map[string]any{"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1, "buttons": 1}, nil)
}

// frame waits for the page to be painted.
func (b *browser) frame() {
	b.t.Helper()
	b.eval("new Promise(r => requestAnimationFrame(() => requestAnimationFrame(r)))")
}
