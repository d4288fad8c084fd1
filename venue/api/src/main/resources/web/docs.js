// Lists the operations of the OpenAPI document.

const description = await (await fetch('/v1/openapi.json')).json();
const list = document.getElementById('operations');

for (const { name } of description.tags) {
  const title = document.createElement('h3');
  title.textContent = name;
  list.append(title);
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (operation.tags.includes(name)) list.append(line(method, path, operation.summary));
    }
  }
}

function line(method, path, summary) {
  const row = document.createElement('div');
  row.className = 'op';
  const verb = document.createElement('code');
  verb.textContent = method.toUpperCase();
  const target = document.createElement('code');
  target.textContent = `/v1${path}`;
  const words = document.createElement('p');
  words.className = 'quiet';
  words.textContent = summary;
  row.append(verb, target, words);
  return row;
}
