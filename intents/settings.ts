/** Settings of understanding; found by cross-validation on our own examples (npm run train prints it). */
export const understandingSettings = {
  /** Below this confidence, or closer than `margin` to the second, the bot asks. */
  confidence: 0.5,
  margin: 0.15,
  /** Longer messages are letters: their several grievances are one demand. Characters. */
  splitAtMost: 160,
  /** A part of a message stands for a problem of its own from this rule weight on. */
  partStrength: 2.5,
  /**
   * What each class counts in training, as if it were this share of what comes in; the rest share what is left.
   * Noise leads complaints, as in the district's monthly figures. What is out of scope comes in twice as often,
   * but counted in full its everyday words outweigh a nuisance told without its usual name.
   */
  priors: {
    'out-of-scope': 0.15,
    'env-inquiry': 0.02,
    'construction-noise': 0.08,
    'commercial-noise': 0.08,
    'catering-fumes': 0.06,
    'industrial-emissions': 0.05,
    'public-space-noise': 0.04,
    'traffic-noise': 0.04,
    'neighbour-noise': 0.03,
    'other-environment': 0.04,
    'open-air-barbecue': 0.03,
    odor: 0.03,
    'construction-dust': 0.03,
  },
} as const
