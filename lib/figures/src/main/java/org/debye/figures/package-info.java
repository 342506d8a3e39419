/**
 * Every picture, in one style: {@link org.debye.figures.Waterfall}, {@link
 * org.debye.figures.FrameMap} and {@link org.debye.figures.SpectrumFigure} as PNG and SVG.
 */
@NullMarked
package org.debye.figures;

import org.jspecify.annotations.NullMarked;
