// The table's text form. One block of text for each service, compressed on its
// own, so that a reader decodes only the service it looks up:
//
//   =TYPE ARN                                   one line for each resource type
//   ACTION \t FLAGS \t IAM \t REQUIRED \t OPTIONAL   one line for each action
//
// FLAGS: x Step Functions does not support it, ? parameters unknown, ~ IAM
// action taken from the operation's name. IAM: entries with spaces between, each
// ACTION or PREFIX:ACTION (without: the service's own prefix), then =N,N... for
// its resource types by line, "!" after a type that is required; +ACTION for an
// action that the caller may need besides.
import zlib from 'node:zlib';
import { action, parameter } from './names.mjs';

export class Block {
  constructor(service, auth) {
    this.service = service;
    this.auth = auth;
    this.prefix = auth.prefixesOf(service)[0] ?? '';
    this.types = new Map();
    this.rows = [];
    this.inferred = 0;
    const ops = service.partial ? this.operationsFromIAM() : service.ops;
    for (const op of ops) this.add(op, service.partial);
    for (const name of service.unsupported) if (!ops.some((o) => o.name === name)) this.rows.push([action(name), 'x', '', '', '']);
    this.rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  }

  // A service without a model has the actions of its IAM prefix.
  operationsFromIAM() {
    return this.auth.prefixesOf(this.service).flatMap((p) => this.auth.operations(p)).map((name) => ({ name, params: [] }));
  }

  add(op, partial) {
    const name = action(op.name);
    if (name[0].toUpperCase() + name.slice(1) !== op.name) throw new Error(`${this.service.name}: ${op.name} is not ${name} with a capital`);
    let flags = this.service.unsupported.has(op.name) || op.stream ? 'x' : '';
    if (partial) flags += '?';
    let iam = this.auth.actionsOf(this.service, op);
    if (iam === undefined) {
      iam = this.prefix ? [`${this.prefix}:${op.name}`] : [];
      flags += '~';
      this.inferred++;
    }
    const names = new Set();
    const params = (required) =>
      op.params
        .filter((p) => p.required === required)
        .map((p) => parameter(p.name))
        .filter((p) => !names.has(p) && names.add(p))
        .join(' ');
    this.rows.push([name, flags, this.iam(iam), params(true), params(false)]);
  }

  iam(actions) {
    const own = `${this.prefix}:`;
    const short = (a) => (a.startsWith(own) ? a.slice(own.length) : a);
    const needed = actions.map((a) => {
      const types = this.auth.resources(a).map((t) => this.type(t) + (t.required ? '!' : ''));
      return short(a) + (types.length ? '=' + types.join(',') : '');
    });
    const more = new Set(actions.flatMap((a) => this.auth.dependents(a)).filter((d) => !actions.includes(d)));
    return [...needed, ...[...more].sort().map((d) => '+' + short(d))].join(' ');
  }

  type(t) {
    const line = `=${t.type} ${t.arn}`;
    if (!this.types.has(line)) this.types.set(line, this.types.size);
    return this.types.get(line);
  }

  get supported() {
    return this.rows.filter((r) => !r[1].includes('x')).length;
  }

  compress() {
    const text = [...this.types.keys(), ...this.rows.map((r) => r.join('\t').trimEnd())].map((line) => line + '\n').join('');
    return zlib.deflateRawSync(Buffer.from(text), { level: 9 });
  }
}
