// The services Step Functions integrates, each with the best API model there is.
import fs from 'node:fs';
import path from 'node:path';
import { lines } from './iam.mjs';
import { servicePrefix } from './names.mjs';
import * as v3 from './models-v3.mjs';
import * as v2 from './models-v2.mjs';
import * as gosdk from './models-go.mjs';

export function services(root, listFile) {
  const models = new Map();
  const add = (m) => {
    if (!m) return;
    const name = servicePrefix(m.serviceId).toLowerCase();
    if (!models.has(name)) models.set(name, m);
  };
  for (const c of fs.readdirSync(path.join(root, 'node_modules', '@aws-sdk')).filter((d) => d.startsWith('client-'))) add(v3.load(root, c));
  gosdk.loadAll(path.dirname(listFile)).forEach(add);
  const older = v2.loadAll(root);
  for (const m of older) {
    const name = servicePrefix(m.serviceId).toLowerCase();
    if (models.has(name)) requireTokens(models.get(name), m);
  }
  older.forEach(add);

  return lines(listFile).map((line) => {
    const [prefix, ...unsupported] = line.split(/\s+/);
    const name = prefix.toLowerCase();
    const model = models.get(name);
    return {
      name,
      prefix,
      unsupported: new Set(unsupported),
      serviceId: model?.serviceId ?? '',
      signing: model?.signing,
      source: model?.source ?? 'none',
      ops: model?.ops ?? [],
      partial: model === undefined,
      derivedPrefix: model ? servicePrefix(model.serviceId) : prefix,
    };
  });
}

// The v3 schemas count no idempotency token as required, for the client fills it
// in. Step Functions does not, so the older model decides where there is one.
function requireTokens(model, older) {
  const operations = new Map(older.ops.map((o) => [o.name, o]));
  for (const op of model.ops) {
    for (const p of op.params.filter((p) => p.token)) {
      p.required ||= operations.get(op.name)?.params.some((q) => q.name === p.name && q.required) ?? false;
    }
  }
}
