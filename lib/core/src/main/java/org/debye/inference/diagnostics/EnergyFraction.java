package org.debye.inference.diagnostics;

/**
 * Energy Bayesian fraction of missing information, Betancourt 2016 (arXiv:1604.00695, eq. 17): sum
 * of (E_i - E_{i-1})^2 over sum of (E_i - mean)^2. About 1 where momenta explore the energies at
 * once; below 0.3 the chain crosses them too slowly. Equals ArviZ's; rstan's has a factor (n -
 * 1)/n.
 */
public final class EnergyFraction {
  private EnergyFraction() {}

  /**
   * E-BFMI of one chain.
   *
   * @param energy Hamiltonian at each draw of one chain
   * @return NaN of fewer than two draws, of a constant energy, and where one is not finite
   */
  public static double bfmi(double[] energy) {
    double steps = 0;
    for (int i = 1; i < energy.length; i++) {
      steps += (energy[i] - energy[i - 1]) * (energy[i] - energy[i - 1]);
    }
    double spread = Moments.squares(energy, Moments.mean(energy));
    return steps > 0 ? steps / spread : Double.NaN;
  }
}
