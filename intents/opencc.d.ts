declare module 'opencc-js/dict/TSCharacters' {
  /** Pairs "traditional simplified", joined by "|"; several simplified forms are separated by spaces. */
  const pairs: string
  export default pairs
}
