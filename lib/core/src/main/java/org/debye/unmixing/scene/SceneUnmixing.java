package org.debye.unmixing.scene;

import java.util.List;
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
 * @param residualVariance P variances of the scaled spectra outside of the subspace, which the
 *     bands of the endmembers do not hold
 */
public record SceneUnmixing(
    SceneSettings settings,
    List<EndmemberSpectrum> endmembers,
    SceneAbundances abundances,
    SimplexCloud cloud,
    Subspace subspace,
    double explained,
    double[] residualVariance,
    SceneDiagnostics diagnostics,
    List<SceneFlag> flags)
    implements SceneResult {

  public SceneUnmixing {
    endmembers = List.copyOf(endmembers);
    flags = List.copyOf(flags);
  }
}
