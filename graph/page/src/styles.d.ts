/** esbuild takes the styles along. */
declare module "*.css";
