// Prints what the generator cannot decide: operations whose IAM action is
// unknown, services without an API model, map lines that nothing uses.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Authorization } from './lib/iam.mjs';
import { services } from './lib/services.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(process.argv[2] ?? here);
const auth = new Authorization(root, path.join(here, 'iam-map.txt'));

let unresolved = 0;
for (const s of services(root, path.join(here, 'services.txt'))) {
  const prefixes = auth.prefixesOf(s);
  const missing = s.ops.filter((o) => auth.actionsOf(s, o) === undefined).map((o) => o.name);
  unresolved += missing.length;
  if (s.prefix !== s.derivedPrefix) console.log(`${s.name}: prefix ${s.prefix} on the list, ${s.derivedPrefix} by the model`);
  if (s.partial) console.log(`${s.name}: no API model; IAM prefixes ${prefixes.join(' ') || '-'}${prefixes.some((p) => auth.known(p)) ? '' : ' (unknown)'}`);
  else if (!prefixes.some((p) => auth.known(p))) console.log(`${s.name}: IAM prefix ${prefixes} unknown`);
  if (missing.length) console.log(`${s.name} (${prefixes}) ${s.ops.length}: ${missing.join(' ')}`);
}
for (const k of auth.map.keys()) if (!auth.used.has(k)) console.log(`unused map line: ${k}`);
for (const [k, as] of auth.map) for (const a of as) if (a.includes(':') && !auth.action(a)) console.log(`${k}: no such action ${a}`);
console.log(`${unresolved} operations unresolved`);
