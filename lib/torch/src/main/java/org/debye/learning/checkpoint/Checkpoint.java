package org.debye.learning.checkpoint;

import java.util.Optional;

/**
 * A model at an epoch.
 *
 * @param weights the network's parameters and buffers, by torch's names
 * @param training what training goes on from: moments of the optimiser, random state, best weights
 *     so far; only the reports of its epochs once it has ended; empty for what has no epochs
 */
public record Checkpoint(ModelCard card, StateDict weights, Optional<StateDict> training) {}
