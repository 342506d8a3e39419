package org.debye.unmixing.scene;

import java.util.List;
import org.debye.inference.draws.ChainDraws;
import org.debye.unmixing.subspace.Subspace;

/**
 * A scene taken apart.
 *
 * @param settings what was asked for
 * @param endmembers one for each of the K components, by falling mean abundance
 * @param abundances of every spectrum of the scene
 * @param cloud the scene in reduced coordinates
 * @param subspace between the scaled spectra and the coordinates
 * @param explained share of the scaled spectra's variance within the subspace
 * @param residualVariance P variances of the scaled spectra outside of the subspace: noise, and
 *     what the endmembers have there, which a posterior's spectra regain by regression on the
 *     abundances, while SISAL's lack it
 * @param spectra S x K x P draws of the endmembers' whole spectra, matched to them; empty for a
 *     point estimate
 * @param chains draws of the globals by start, matched to the endmembers: w, C in standardised
 *     coordinates, s, L and alpha1; none for a point estimate
 */
public record SceneUnmixing(
    SceneSettings settings,
    List<EndmemberSpectrum> endmembers,
    SceneAbundances abundances,
    SimplexCloud cloud,
    Subspace subspace,
    double explained,
    double[] residualVariance,
    double[] spectra,
    List<ChainDraws> chains,
    SceneDiagnostics diagnostics,
    List<SceneFlag> flags)
    implements SceneResult {

  public SceneUnmixing {
    endmembers = List.copyOf(endmembers);
    chains = List.copyOf(chains);
    flags = List.copyOf(flags);
  }
}
