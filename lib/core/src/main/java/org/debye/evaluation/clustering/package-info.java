/**
 * How good a clustering is: by itself (silhouette), and against labels that are known (mutual
 * information, Rand index). All as scikit-learn defines them.
 */
@NullMarked
package org.debye.evaluation.clustering;

import org.jspecify.annotations.NullMarked;
