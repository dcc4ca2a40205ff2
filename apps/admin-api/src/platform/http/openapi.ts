import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/**
 * Settles what the generator leaves open. Enums are sorted, because it writes them in the order in which the compiler
 * met them, which changes with unrelated files. Numbers are integers unless marked `double`: money, minutes and
 * counts all are, and only coordinates are not.
 */
function settle(node: unknown): void {
  if (Array.isArray(node)) {
    node.forEach(settle);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  const schema = node as { type?: unknown; format?: unknown; enum?: unknown };
  if (schema.type === 'number' && schema.format !== 'double') schema.type = 'integer';
  // A copy: the list itself is the code's, and its order may mean something there.
  if (Array.isArray(schema.enum)) schema.enum = [...(schema.enum as unknown[])].sort();
  Object.values(node).forEach(settle);
}

/** The contract, written from the DTOs. The front ends' types are generated from what this returns. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const options = new DocumentBuilder()
    .setTitle('颜册 Yance')
    .setDescription(
      'Clients call /api/client, staff call /api/staff. Money in fen, instants in RFC 3339.',
    )
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, options, {
    operationIdFactory: (controller, method) =>
      `${controller.replace(/Controller$/, '')}.${method}`,
  });
  settle(document.paths);
  settle(document.components?.schemas);
  return document;
}
