/**
 * Classes of spectra: what a classifier is given, what it answers, and the classifiers that need no
 * neural network. Against these the networks are measured.
 */
@NullMarked
package org.debye.classification;

import org.jspecify.annotations.NullMarked;
