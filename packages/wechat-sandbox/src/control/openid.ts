/** What an openid looks like, and how that is said. */
export const OPENID = /^[\w-]{1,64}$/;
export const OPENID_MEANS = '须是 1 至 64 位字母、数字、下划线或连字符';
