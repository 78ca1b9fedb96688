// Judges JSON texts by JSON Schema files with Ajv in strict mode, one NDJSON line in, one out.
//
// In:  {"id": any, "schema": "path of a JSON Schema 2020-12 file", "data": "JSON text"}
// Out: {"id", "valid", "errors": [{"keyword", "instancePath", "params"}]}
// A text that JSON.parse refuses gives the keyword "syntax". A schema that cannot be read or compiled ends the
// run with exit code 2: every user of Ajv would meet the same trouble.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const ajv = new Ajv2020({ strict: true, allErrors: true });
const judges = new Map();

function judgeOf(path) {
  if (!judges.has(path)) judges.set(path, ajv.compile(JSON.parse(readFileSync(path, "utf8"))));
  return judges.get(path);
}

function judge({ id, schema, data }) {
  const valid = judgeOf(schema);
  let value;
  try {
    value = JSON.parse(data);
  } catch (error) {
    return { id, valid: false, errors: [{ keyword: "syntax", instancePath: "", params: { message: error.message } }] };
  }
  const accepted = valid(value);
  const errors = (valid.errors ?? []).map(({ keyword, instancePath, params }) => ({ keyword, instancePath, params }));
  return { id, valid: accepted, errors };
}

// node:readline would also break lines at U+2028 and U+2029, which JSON texts may hold.
async function* linesOf(stream) {
  let parts = [];
  for await (let chunk of stream) {
    for (let end; (end = chunk.indexOf(0x0a)) !== -1; chunk = chunk.subarray(end + 1)) {
      parts.push(chunk.subarray(0, end));
      yield Buffer.concat(parts).toString("utf8");
      parts = [];
    }
    parts.push(chunk);
  }
  yield Buffer.concat(parts).toString("utf8");
}

try {
  for await (const line of linesOf(process.stdin)) {
    if (line === "") continue;
    if (!process.stdout.write(JSON.stringify(judge(JSON.parse(line))) + "\n")) await once(process.stdout, "drain");
  }
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
