declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  /** The part of natural's classifier that the benchmark uses; texts are given as tokens. */
  export default class BayesClassifier {
    addDocument(tokens: readonly string[], label: string): void
    train(): void
    classify(tokens: readonly string[]): string
  }
}
