/**
 * Follows soft and external links over any file system, within the directories that are allowed.
 */
@NullMarked
package org.debye.hdf5.link;

import org.jspecify.annotations.NullMarked;
