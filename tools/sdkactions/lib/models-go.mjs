// API models from the source of the service modules of the AWS SDK for Go v2
// that go.mod requires.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export function loadAll(root) {
  const out = execFileSync('go', ['mod', 'download', '-json'], { cwd: root, encoding: 'utf8', env: { ...process.env, GOFLAGS: '-mod=mod', GOWORK: 'off' } });
  const mods = JSON.parse('[' + out.replace(/^}\n(?={)/gm, '},\n') + ']');
  return mods.filter((m) => m.Path.includes('/service/') && fs.existsSync(path.join(m.Dir, 'api_client.go'))).map(model);
}

function model(mod) {
  const read = (f) => (fs.existsSync(path.join(mod.Dir, f)) ? fs.readFileSync(path.join(mod.Dir, f), 'utf8') : '');
  const serializers = read('serializers.go');
  const ops = fs
    .readdirSync(mod.Dir)
    .filter((f) => /^api_op_\w+\.go$/.test(f))
    .map((f) => operation(f.slice(7, -3), read(f), serializers))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    serviceId: /const ServiceID = "([^"]+)"/.exec(read('api_client.go'))[1],
    signing: /SetSigV4SigningName\(&?\w+, "([^"]+)"\)/.exec(read('auth.go') + read('endpoints.go'))?.[1],
    source: `go ${mod.Path.split('/').pop()} ${mod.Version}`,
    ops,
  };
}

function operation(name, text, serializers) {
  const body = new RegExp(`type ${name}Input struct \\{\\n([\\s\\S]*?)\\n\\}`).exec(text)?.[1] ?? '';
  const params = [];
  let doc = [];
  for (const line of body.split('\n')) {
    if (line.trim().startsWith('//')) doc.push(line);
    const field = /^\t([A-Z]\w*) /.exec(line);
    if (!field) continue;
    params.push({ name: field[1], required: doc.some((l) => l.includes('This member is required.')) });
    doc = [];
  }
  const ser = new RegExp(`func \\(m \\*\\w+_serializeOp${name}\\) HandleSerialize[\\s\\S]*?\\n}`).exec(serializers)?.[0] ?? '';
  const uri = /SplitURI\("([^"]+)"\)/.exec(ser)?.[1];
  const verb = /request\.Method = "(\w+)"/.exec(ser)?.[1];
  return { name, http: uri && [verb ?? 'POST', uri], params, stream: text.includes('EventStream') };
}
