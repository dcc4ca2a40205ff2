import { deserialize, serialize } from 'node:v8';

/** Any value, dates and bytes too, as text that can be sent between processes. @param {unknown} value */
export const v8Text = (value) => serialize(value).toString('base64');

/** Whoever reads says what was written. @param {string} text  @returns {unknown} */
export const v8Value = (text) => deserialize(Buffer.from(text, 'base64'));
