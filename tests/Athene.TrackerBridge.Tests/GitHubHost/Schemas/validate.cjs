// Reads GraphQL documents as a JSON list from standard input and prints, as a JSON list, what GitHub's schema has against them.
// The argument is the folder in which the packages are installed.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');

const installed = createRequire(`${process.argv[2]}/`);
const { buildSchema, parse, validate } = installed('graphql');
const schema = buildSchema(readFileSync(`${process.argv[2]}/node_modules/@octokit/graphql-schema/schema.graphql`, 'utf8'), { assumeValid: true, assumeValidSDL: true });
const documents = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(documents.flatMap(document => validate(schema, parse(document)).map(error => error.message))));
