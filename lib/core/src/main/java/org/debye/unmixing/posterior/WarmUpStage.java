package org.debye.unmixing.posterior;

/**
 * A warm-up of a {@link WarmUpWalk}, and what is asked of it if it is on few observations ({@link
 * WarmUpWalks}).
 *
 * @param iterations of the warm-up
 * @param depth doublings of a trajectory at most
 * @param moving whether Metropolis moves accompany it
 * @param draws after it, by which few observations are judged
 * @param strays root mean square of a log density that few observations may lack there
 * @param rounds how often the few may be learnt anew
 */
record WarmUpStage(
    int iterations, int depth, boolean moving, int draws, double strays, int rounds) {

  /** Doublings of the first marginal chain, which may begin far from where it is going. */
  private static final int SHORT_DEPTH = 5;

  /** Doublings of the chain itself, beyond which the joint chain is the cheaper one. */
  private static final int LONG_DEPTH = 7;

  private static final int WALKED = 15;
  private static final int ROUNDS = 5;
  private static final double STRAYS = 0.5;

  /** Where draws are only to go on from. */
  private static final double FAR = 3;

  private static final int FIRST_WALKED = 8;

  /** Of the chain that finds draws by which the second one is warmed up. */
  static WarmUpStage first(HmcSettings settings) {
    int depth = Math.min(SHORT_DEPTH, settings.maximumDepth());
    return new WarmUpStage(settings.warmup() * 3 / 25, depth, false, FIRST_WALKED, FAR, 1);
  }

  /**
   * Of the chain whose draws count.
   *
   * @param times as long as one whose rule and metric are chosen for the first time
   */
  static WarmUpStage second(HmcSettings settings, boolean moving, int times) {
    int iterations = settings.warmup() * (moving ? 9 : 6) / 50 * times;
    return new WarmUpStage(iterations, longest(settings), moving, WALKED, STRAYS, ROUNDS);
  }

  /** Doublings after which a trajectory of a marginal chain ends. */
  static int longest(HmcSettings settings) {
    return Math.min(LONG_DEPTH, settings.maximumDepth());
  }
}
