// Evaluates expressions with the reference implementation: one JSON request a line, one JSON answer a line.
//   {"documents": [...]}            first, the inputs
//   {"expr": "...", "document": 0}  then a request each; with "compile" it is not evaluated
// An answer is {"value": ...}, {"undefined": true} or {"error": code, "message": ...,"position": n}.
'use strict';
const path = require('path');
const readline = require('readline');
const jsonata = require(path.join(process.env.STEPWISE_JSONATA_JS || __dirname, 'node_modules', 'jsonata'));

const isFunction = v => typeof v === 'function' || (v && (v._jsonata_function || v._jsonata_lambda));
const encode = v => JSON.stringify(v, (_, x) => isFunction(x) ? '<function>' : x);

// Time stands still, as it does for the engine that is compared.
const RealDate = Date;
global.Date = class extends RealDate {
  constructor(...args) { if (args.length) super(...args); else super('2025-03-31T23:59:58.765Z'); }
};

// The reference leaves in each built-in function where it was called last, and puts that into errors of
// later evaluations. Each expression here finds them untouched.
const names = ('abs append average base64decode base64encode boolean ceil contains count decodeUrl decodeUrlComponent distinct each ' +
  'encodeUrl encodeUrlComponent error assert eval exists filter floor formatBase formatInteger formatNumber fromMillis join keys length ' +
  'lookup lowercase map match max merge millis min not now number pad parseInteger power random reduce replace reverse round shuffle ' +
  'sift single sort split spread sqrt string substring substringAfter substringBefore sum toMillis trim type uppercase zip clone').split(' ');
let builtins;
async function forget() {
  builtins = builtins || await Promise.all(names.map(name => jsonata('$' + name).evaluate({})));
  for (const f of builtins) { delete f.token; delete f.position; }
}

async function answer(request, documents) {
  try {
    const expression = jsonata(request.expr);
    await forget();
    if (request.compile) return '{"undefined":true}';
    const value = await expression.evaluate(documents[request.document], request.bindings);
    if (value === undefined) return '{"undefined":true}';
    return '{"value":' + (isFunction(value) ? '"<function>"' : encode(value)) + '}';
  } catch (e) {
    return JSON.stringify({ error: e.code || 'internal', message: String(e.message), position: e.position || 0 });
  }
}

(async () => {
  let texts;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line);
    if (request.documents) {
      texts = request.documents.map(d => JSON.stringify(d));
      continue;
    }
    const documents = [];
    if (request.document !== undefined) documents[request.document] = JSON.parse(texts[request.document]);
    process.stdout.write(await answer(request, documents) + '\n');
  }
})();
