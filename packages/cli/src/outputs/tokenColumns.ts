export { rowOrder, type TokenColumn, tokenColumns, tokenKeys } from "@surprisal/data";
