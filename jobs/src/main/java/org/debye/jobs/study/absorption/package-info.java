/**
 * The study of absorption spectra: local environments of atoms told from spectra near the edge, by
 * networks and their rivals, fold by fold (Carbone et al. 2019, Phys. Rev. Materials 3:033604).
 */
@NullMarked
package org.debye.jobs.study.absorption;

import org.jspecify.annotations.NullMarked;
