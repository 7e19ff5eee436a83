import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js'
import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js'
import MaxEntClassifier from 'natural/lib/natural/classifiers/maxent/Classifier.js'
import MaxEntContext from 'natural/lib/natural/classifiers/maxent/Context.js'
import MaxEntElement from 'natural/lib/natural/classifiers/maxent/Element.js'
import MaxEntFeature from 'natural/lib/natural/classifiers/maxent/Feature.js'
import MaxEntFeatureSet from 'natural/lib/natural/classifiers/maxent/FeatureSet.js'
import MaxEntSample from 'natural/lib/natural/classifiers/maxent/Sample.js'

// The only file that knows natural: deep imports, since its index pulls in databases and word nets.

/** A text as natural takes it: its features by name. */
export type Document = { readonly tokens: readonly string[]; readonly label: string }

/** Class names with what natural gives them, best first. */
type NaturalReading = readonly { readonly label: string; readonly value: number }[]
export type NaturalClassifier = (tokens: readonly string[]) => NaturalReading

/**
 * natural's Bayes with its own smoothing. natural reads a text by searching it for every feature it knows;
 * here a table does, with the same outcome.
 */
function trainedBayes(documents: readonly Document[], places: ReadonlyMap<string, number>) {
  const bayes = new BayesClassifier()
  bayes.textToFeatures = (tokens) => {
    const features = new Array<0 | 1>(places.size).fill(0)
    for (const token of tokens) {
      const place = places.get(token)
      if (place !== undefined) features[place] = 1
    }
    return features
  }
  for (const { tokens, label } of documents) bayes.addDocument(tokens, label)
  bayes.train()
  return bayes
}

function placesOf(documents: readonly Document[]): Map<string, number> {
  const known = new Set(documents.flatMap(({ tokens }) => tokens))
  return new Map([...known].map((token, place) => [token, place]))
}

/** natural's naive Bayes. Its products of chances come to nothing for long texts: then all classes are equal. */
export function naturalBayes(documents: readonly Document[]): NaturalClassifier {
  const bayes = trainedBayes(documents, placesOf(documents))
  return (tokens) => bayes.getClassifications(tokens)
}

/**
 * What natural's Bayes learnt, as log-odds: how much a token speaks for each class, in the order of
 * `classes`, less what it says for all of them. null for a token it has not met.
 */
export function bayesOdds(
  documents: readonly Document[],
  classes: readonly string[],
): (token: string) => Float64Array | null {
  const places = placesOf(documents)
  const { classFeatures, classTotals, smoothing } = trainedBayes(documents, places).classifier
  return (token) => {
    const place = places.get(token)
    if (place === undefined) return null
    const odds = Float64Array.from(classes, (name) => {
      const count = classFeatures[name]?.[place] ?? smoothing
      return Math.log(count / (classTotals[name] ?? 1))
    })
    const mean = odds.reduce((sum, one) => sum + one, 0) / classes.length
    return odds.map((one) => one - mean)
  }
}

/** natural's logistic regression: one against the rest, dense matrices, so only for few documents and tokens. */
export function naturalLogisticRegression(documents: readonly Document[]): NaturalClassifier {
  const regression = new LogisticRegressionClassifier()
  for (const { tokens, label } of documents) regression.addDocument(tokens, label)
  regression.train()
  return (tokens) => regression.getClassifications(tokens)
}

/** natural's maximum entropy, a feature for every pair of token and class met; scaled in `rounds` at most. */
export function naturalMaxEnt(documents: readonly Document[], rounds: number): NaturalClassifier {
  const features = new MaxEntFeatureSet()
  const sample = new MaxEntSample()
  for (const { tokens, label } of documents) {
    sample.addElement(new MaxEntElement(label, new MaxEntContext(tokens)))
    for (const token of tokens) features.addFeature(pairFeature(token, label))
  }
  const classifier = new MaxEntClassifier(features, sample)
  classifier.train(rounds, 1e-4)
  return (tokens) =>
    [...classifier.getClassifications(new MaxEntContext(tokens))].sort((a, b) => b.value - a.value)
}

function pairFeature(token: string, label: string): MaxEntFeature {
  const fires = ({ a, b }: MaxEntElement) => (a === label && b.data.includes(token) ? 1 : 0)
  return new MaxEntFeature(fires, token, [label])
}
