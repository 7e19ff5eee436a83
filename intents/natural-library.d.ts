/** The parts of natural's classifiers that intents/natural.ts uses; texts are given as tokens. */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    textToFeatures: (tokens: readonly string[]) => (0 | 1)[]
    readonly classifier: {
      /** How many of a class's texts have the feature at a place; smoothed. */
      readonly classFeatures: Readonly<Record<string, Readonly<Record<number, number>>>>
      readonly classTotals: Readonly<Record<string, number>>
      readonly smoothing: number
    }
    addDocument(tokens: readonly string[], label: string): void
    train(): void
    getClassifications(tokens: readonly string[]): { label: string; value: number }[]
  }
}

declare module 'natural/lib/natural/classifiers/logistic_regression_classifier.js' {
  export default class LogisticRegressionClassifier {
    addDocument(tokens: readonly string[], label: string): void
    train(): void
    getClassifications(tokens: readonly string[]): { label: string; value: number }[]
  }
}

declare module 'natural/lib/natural/classifiers/maxent/Context.js' {
  export default class Context {
    constructor(data: readonly string[])
    readonly data: readonly string[]
  }
}

declare module 'natural/lib/natural/classifiers/maxent/Element.js' {
  import type Context from 'natural/lib/natural/classifiers/maxent/Context.js'
  export default class Element {
    constructor(a: string, b: Context)
    readonly a: string
    readonly b: Context
  }
}

declare module 'natural/lib/natural/classifiers/maxent/Feature.js' {
  import type Element from 'natural/lib/natural/classifiers/maxent/Element.js'
  export default class Feature {
    constructor(fires: (element: Element) => number, name: string, parameters: readonly string[])
    readonly name: string
  }
}

declare module 'natural/lib/natural/classifiers/maxent/FeatureSet.js' {
  import type Feature from 'natural/lib/natural/classifiers/maxent/Feature.js'
  export default class FeatureSet {
    addFeature(feature: Feature): boolean
  }
}

declare module 'natural/lib/natural/classifiers/maxent/Sample.js' {
  import type Element from 'natural/lib/natural/classifiers/maxent/Element.js'
  export default class Sample {
    addElement(element: Element): void
  }
}

declare module 'natural/lib/natural/classifiers/maxent/Classifier.js' {
  import type Context from 'natural/lib/natural/classifiers/maxent/Context.js'
  import type FeatureSet from 'natural/lib/natural/classifiers/maxent/FeatureSet.js'
  import type Sample from 'natural/lib/natural/classifiers/maxent/Sample.js'
  export default class Classifier {
    constructor(features: FeatureSet, sample: Sample)
    train(maxIterations: number, minImprovement: number): void
    getClassifications(context: Context): { label: string; value: number }[]
  }
}
