/**
 * The no-U-turn sampler: draws from any {@link org.debye.inference.LogDensity}.
 *
 * <p>Write the log density and its gradient over unconstrained coordinates, and sample:
 *
 * <pre>{@code
 * // Two correlated normals.
 * LogDensity density = new LogDensity() {
 *   public int dimension() {
 *     return 2;
 *   }
 *
 *   public double evaluate(double[] x, double[] gradient) {
 *     gradient[0] = -(x[0] - 0.9 * x[1]) / 0.19;
 *     gradient[1] = -(x[1] - 0.9 * x[0]) / 0.19;
 *     return 0.5 * (x[0] * gradient[0] + x[1] * gradient[1]);
 *   }
 * };
 * NutsSettings settings = NutsSettings.standard();
 * RandomStreams streams = RandomStreams.of(1).under("normals");
 * for (int chain = 0; chain < 4; chain++) {
 *   SampledChain result =
 *       NutsSampler.sample(density, settings, 1000, streams.at(chain), Recorder.unconstrained(2));
 *   if (result instanceof SampledChain.Sampled sampled) {
 *     double[] first = sampled.draws().of("x[1]");
 *   } else if (result instanceof SampledChain.NotSampled none) {
 *     // none.reason() says why
 *   }
 * }
 * }</pre>
 *
 * <p>{@link NutsChain} is the same sampler in pull style, for callers who stop when they have
 * enough.
 */
@NullMarked
package org.debye.inference.nuts;

import org.jspecify.annotations.NullMarked;
