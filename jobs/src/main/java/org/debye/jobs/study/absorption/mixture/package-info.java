/**
 * The study of mixtures of sites: how much of each local environment there is in an absorption
 * spectrum, with intervals, which Carbone et al. 2019 leave open.
 */
@NullMarked
package org.debye.jobs.study.absorption.mixture;

import org.jspecify.annotations.NullMarked;
