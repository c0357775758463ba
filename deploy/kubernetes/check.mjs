// Checks manifests against the schemas of the Kubernetes API (package kubernetes-models), and that no field is unknown to them: what the
// validator never asks for is not in the schema.
import { parseAllDocuments } from "yaml";
import fs from "node:fs";

function watched(value, path, asked, found) {
  if (typeof value !== "object" || value === null) return value;
  for (const key of Object.keys(value)) found.add(`${path}/${key}`);
  return new Proxy(value, {
    get(target, key) {
      if (typeof key !== "string" || !Object.hasOwn(target, key)) return Reflect.get(target, key);
      asked.add(`${path}/${key}`);
      return watched(target[key], `${path}/${key}`, asked, found);
    },
    ownKeys(target) {
      for (const key of Object.keys(target)) asked.add(`${path}/${key}`);
      return Reflect.ownKeys(target);
    },
  });
}

let bad = 0;
for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(fs.readFileSync(file, "utf8"))) {
    const object = document.toJS();
    const what = `${file}: ${object.kind} ${object.metadata.name}`;
    const { [object.kind]: Model } = await import(`kubernetes-models/${object.apiVersion}/${object.kind}`);
    const [asked, found] = [new Set(), new Set()];
    try {
      const model = new Model(object);
      model.validate.call(watched(model, "", asked, found));
    } catch (problem) {
      bad++;
      console.log(`${what}: ${problem.message}`);
      continue;
    }
    const unknown = [...found].filter((path) => !asked.has(path));
    bad += unknown.length;
    console.log(unknown.length ? `${what}: unknown ${unknown}` : `${what}: ok`);
  }
}
process.exit(bad ? 1 : 0);
