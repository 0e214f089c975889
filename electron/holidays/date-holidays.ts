/** @file What knows the holidays. Two megabytes, so it is built into a file of its own, loaded when it is needed. */
export { default as Holidays } from 'date-holidays';
