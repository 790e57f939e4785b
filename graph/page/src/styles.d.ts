/** esbuild takes the styles along. */
declare module "*.css";

/** A message catalogue, as text. */
declare module "*.ftl" {
  const text: string;
  export default text;
}
