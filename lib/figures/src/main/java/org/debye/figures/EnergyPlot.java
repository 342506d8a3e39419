package org.debye.figures;

/**
 * Density of the energy about its mean and of its change from draw to draw, a panel for each chain
 * (Betancourt 2016, arXiv:1604.00695). Where the change is much narrower than the energy, the
 * sampler walks through the energies slowly: E-BFMI, which stands above the panel, is below 0.3.
 *
 * @param energy Hamiltonian at each draw, of up to {@link ChainSeries#MOST_CHAINS} chains
 */
public record EnergyPlot(String title, ChainSeries energy) implements PageFigure {
  @Override
  public Page page() {
    return EnergyPage.of(this);
  }
}
