// API models from the schemas inside an AWS SDK for JavaScript v3 client.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

const OPERATION = 9;
const IDEMPOTENCY_TOKEN = 4; // a bit of a member's traits
const AGGREGATES = [3, 4]; // structure, union

export function load(root, client) {
  const dir = path.join(root, 'node_modules', '@aws-sdk', client);
  const cjs = path.join(dir, 'dist-cjs');
  let text = '';
  for (const f of fs.readdirSync(cjs).filter((f) => f.endsWith('.js'))) text += fs.readFileSync(path.join(cjs, f), 'utf8');
  const ids = [...text.matchAll(/serviceId: config\?\.serviceId \?\? "([^"]+)"/g)].map((m) => m[1]);
  if (ids.length === 0) return null;
  const lib = createRequire(path.join(root, 'x.js'))(`@aws-sdk/${client}`);
  const ops = [];
  for (const [k, v] of Object.entries(lib)) {
    if (!k.endsWith('$') || !Array.isArray(v) || v[0] !== OPERATION) continue;
    const input = deref(v[4]);
    const output = deref(v[5]);
    ops.push({
      name: v[2],
      http: v[3]?.http?.slice(0, 2),
      params: members(input),
      stream: eventStream(input) || eventStream(output),
    });
  }
  if (ops.length === 0) return null; // a client older than the schemas
  return {
    serviceId: ids[0],
    signing: /defaultSigningName: "([^"]+)"/.exec(text)?.[1],
    source: `npm ${client} ${JSON.parse(fs.readFileSync(path.join(dir, 'package.json'))).version}`,
    ops,
  };
}

function deref(schema) {
  while (typeof schema === 'function') schema = schema();
  return schema;
}

// A structure is [3, namespace, name, traits, members, schemas, required]:
// required members come first and their number is the last element.
function members(schema) {
  if (!Array.isArray(schema) || schema[0] !== 3) return [];
  return schema[4].map((name, i) => ({ name, required: i < (schema[6] ?? 0), token: isToken(schema[5][i]) }));
}

// A member is a schema or [schema, traits]. Traits are bits, or an object.
function isToken(member) {
  const traits = Array.isArray(member) ? member[1] : 0;
  return typeof traits === 'object' ? traits?.idempotencyToken !== undefined : (traits & IDEMPOTENCY_TOKEN) !== 0;
}

function eventStream(schema) {
  if (!Array.isArray(schema) || schema[0] !== 3) return false;
  return schema[5].some((m) => {
    let target = deref(m);
    if (Array.isArray(target) && !(typeof target[0] === 'number' && typeof target[1] === 'string')) target = deref(target[0]);
    return Array.isArray(target) && AGGREGATES.includes(target[0]) && target[3]?.streaming !== undefined;
  });
}
