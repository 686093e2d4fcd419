import SwaggerParser from '@apidevtools/swagger-parser';

const { paths = {} } = await SwaggerParser.validate('openapi.yaml');
console.log(Object.keys(paths).join('\n'));
