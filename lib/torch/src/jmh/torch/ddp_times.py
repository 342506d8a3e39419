"""Milliseconds of a training step under PyTorch's DistributedDataParallel on one process and on two, a thread each, and the speed-up: the
same as RankTimes.java, but that batch statistics are each process's own, since PyTorch shares them on GPUs alone.

    ddp_times.py NETWORK STEPS
"""
import os
import socket
import statistics
import sys
import time

import torch
import torch.distributed as distributed
import torch.multiprocessing as processes

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../test/python"))
sys.dont_write_bytecode = True
from networks import NETWORKS, Classifier  # noqa: E402

WARM, BATCH, POINTS = 3, 64, 4023


def rank(number, world, port, network, steps, answers):
    os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(port))
    torch.set_num_threads(1)
    distributed.init_process_group("gloo", rank=number, world_size=world)
    torch.manual_seed(1)
    model = torch.nn.parallel.DistributedDataParallel(Classifier(NETWORKS[network](POINTS)))
    optimiser = torch.optim.Adam(model.parameters(), 1e-3, weight_decay=2e-5)
    own = BATCH // world
    spectra = torch.rand(own, 1, POINTS)
    labels = (torch.arange(own) % 2).float()
    times = []
    for step in range(-WARM, steps):
        begun = time.perf_counter()
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(model(spectra)[:, 0], labels)
        loss.backward()
        optimiser.step()
        loss.item()
        if step >= 0:
            times.append(1e3 * (time.perf_counter() - begun))
    if number == 0:
        answers.put(statistics.median(times))
    distributed.destroy_process_group()


def median_step(world, network, steps):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    answers = processes.get_context("spawn").SimpleQueue()
    processes.spawn(rank, (world, port, network, steps, answers), nprocs=world)
    return answers.get()


if __name__ == "__main__":
    network, steps = sys.argv[1], int(sys.argv[2])
    one, two = (median_step(world, network, steps) for world in (1, 2))
    print("PyTorch %s %s: %.1f ms a step on one process, %.1f on two: %.2f" % (torch.__version__, network, one, two, one / two))
