// API models from the AWS SDK for JavaScript v2, one package with all services
// as of September 2024. It serves what the newer sources lack.
import fs from 'node:fs';
import path from 'node:path';

export function loadAll(root) {
  const dir = path.join(root, 'node_modules', 'aws-sdk', 'apis');
  const newest = new Map();
  for (const f of fs.readdirSync(dir).filter((f) => f.endsWith('.min.json')).sort()) {
    const m = JSON.parse(fs.readFileSync(path.join(dir, f), 'utf8'));
    if (m.metadata.serviceId) newest.set(m.metadata.serviceId, m);
  }
  const version = JSON.parse(fs.readFileSync(path.join(dir, '..', 'package.json'))).version;
  return [...newest.values()].map((m) => model(m, version));
}

function model(m, version) {
  const shape = (ref) => (ref?.shape ? { ...m.shapes[ref.shape], ...ref } : ref);
  const stream = (ref) => Object.values(shape(ref)?.members ?? {}).some((x) => shape(x)?.eventstream || m.shapes[x.shape]?.eventstream);
  const ops = Object.entries(m.operations).map(([name, op]) => {
    const input = shape(op.input);
    const required = new Set(input?.required ?? []);
    return {
      name,
      http: op.http?.requestUri ? [op.http.method ?? 'POST', op.http.requestUri] : undefined,
      params: Object.keys(input?.members ?? {}).map((p) => ({ name: p, required: required.has(p) })),
      stream: stream(op.input) || stream(op.output),
    };
  });
  return {
    serviceId: m.metadata.serviceId,
    signing: m.metadata.signingName ?? m.metadata.endpointPrefix,
    source: `npm aws-sdk ${version}`,
    ops,
  };
}
