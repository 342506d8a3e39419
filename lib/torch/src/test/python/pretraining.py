"""PyTorch twins of Debye's ways to pre-train: the encoder of chapters 6 and 7 of Sun's thesis, its heads and losses.

Names are those of Debye's checkpoints. Oracle and competitor, not a dependency.
"""
import torch
from torch import nn
from torch.nn import functional as F

from networks import Block, Channel, FeedForward, scale


class PlacesBlock(Block):
    """Convolution, batch normalisation, rectifier, adaptive mean."""

    def __init__(self, inputs, outputs, size, stride, places):
        super().__init__(inputs, outputs, size, stride)
        self.places = places

    def forward(self, x):
        return F.adaptive_avg_pool1d(torch.relu(self.norm(self.conv(x))), self.places)


class SpatialOfAnyLength(nn.Module):
    def __init__(self, width, channels, places):
        super().__init__()
        self.conv1 = Block(1, 64, 5, 2)
        self.conv2 = PlacesBlock(64, channels, 5, 1, places)
        self.embedding = nn.Linear(places, width)
        self.embedding_norm = nn.LayerNorm(width)
        self.spatial_attention = nn.MultiheadAttention(channels, 2, batch_first=True)
        self.channel_attention = Channel()
        self.conv3 = scale(channels, width)

    def forward(self, x):
        x = self.embedding_norm(self.embedding(self.conv2(self.conv1(x.unsqueeze(1)))))
        places = x.transpose(1, 2)
        y = self.spatial_attention(places, places, places, need_weights=False)[0].transpose(1, 2) + x
        z = self.conv3["norm"](y + self.channel_attention(x))
        return torch.relu(self.conv3["bn"](self.conv3["conv"](z))).squeeze(1)


class Encoder(nn.Module):
    def __init__(self, width=256, channels=16, places=236, feed_forward=False):
        super().__init__()
        self.spatial = SpatialOfAnyLength(width, channels, places)
        if feed_forward:
            self.norm1 = nn.LayerNorm(width)
            self.feed_forward = FeedForward()
            self.norm2 = nn.LayerNorm(width)

    def forward(self, x):
        x = self.spatial(x)
        if hasattr(self, "feed_forward"):
            x = self.norm1(x)
            x = self.norm2(x + self.feed_forward(x))
        return x


class Projection(nn.Module):
    def __init__(self, width, dimension):
        super().__init__()
        self.linear1 = nn.Linear(width, width)
        self.linear2 = nn.Linear(width, dimension)

    def forward(self, x):
        return F.normalize(self.linear2(torch.relu(self.linear1(x))), dim=1)


class RelationHead(nn.Module):
    def __init__(self, width, outputs):
        super().__init__()
        self.linear1 = nn.Linear(2 * width, 64)
        self.norm = nn.BatchNorm1d(64)
        self.linear2 = nn.Linear(64, outputs)

    def forward(self, pairs):
        return self.linear2(F.leaky_relu(self.norm(self.linear1(pairs))))


class ExternalHead(nn.Module):
    def __init__(self, width, parts):
        super().__init__()
        self.linear = nn.Linear(width, parts)

    def forward(self, x):
        return self.linear(F.leaky_relu(x))


class SupervisedContrast(nn.Module):
    def __init__(self, dimension=128, temperature=0.1, **encoder):
        super().__init__()
        self.encoder = Encoder(**encoder)
        self.projection = Projection(256, dimension)
        self.temperature = temperature

    def forward(self, views, labels):
        """views: (2 b, n), all first views first. Equation 6.1, the mean over anchors."""
        z = self.projection(F.normalize(self.encoder(views), dim=1))
        labels = labels.repeat(2)
        itself = torch.eye(len(z), dtype=torch.bool)
        same = (labels[:, None] == labels[None, :]) & ~itself
        products = z @ z.T / self.temperature
        shares = products - torch.logsumexp(products.masked_fill(itself, -torch.inf), 1, keepdim=True)
        return -(shares * same).sum(1).div(same.sum(1)).mean()


class SelfSupervised(nn.Module):
    def __init__(self, coefficient, parts=5, distances=5, capacity=1744, dimension=128, temperature=0.1, **encoder):
        super().__init__()
        self.coefficient, self.temperature = coefficient, temperature
        self.encoder = Encoder(**encoder)
        if coefficient != float("inf"):
            self.inter_sample = RelationHead(256, 1)
            self.intra_sample = RelationHead(256, distances)
            if parts:
                self.external = ExternalHead(256, parts)
        if coefficient:
            self.projection = Projection(256, dimension)
            self.register_buffer("queue", torch.zeros(capacity, dimension))

    def forward(self, views, pieces, distances, parts, contrast, key):
        """views: (K, b, n); pieces: (2, K b, L); contrast: (2, b, n); key: encoder and projection of keys."""
        loss = 0
        if self.coefficient != float("inf"):
            loss = self.relations(views, pieces, distances, parts)
        if self.coefficient:
            c = 1 if self.coefficient == float("inf") else self.coefficient
            loss = loss + c * self.contrast(contrast, key)
        return loss

    def relations(self, views, pieces, distances, parts):
        count, records, points = views.shape
        z = self.encoder(views.reshape(-1, points))
        per_view = z.view(count, records, -1)
        pairs, same, shift = [], [], 1
        for one in range(count):
            for two in range(one + 1, count):
                a, b = per_view[one], per_view[two]
                pairs += [torch.cat([a, b], 1), torch.cat([a, torch.roll(b, shift, 0)], 1)]
                same += [torch.ones(records), torch.zeros(records)]
                shift = shift + 1 if shift + 1 < records else 1
        scores = self.inter_sample(torch.cat(pairs)).squeeze(1)
        loss = F.binary_cross_entropy_with_logits(scores, torch.cat(same).to(scores))
        cut = self.encoder(pieces.reshape(-1, pieces.shape[2])).view(2, count * records, -1)
        loss = loss + F.cross_entropy(self.intra_sample(torch.cat([cut[0], cut[1]], 1)), distances)
        if hasattr(self, "external"):
            loss = loss + F.cross_entropy(self.external(z), parts.repeat(count))
        return loss

    def contrast(self, contrast, key):
        _, records, points = contrast.shape
        flat = contrast.reshape(-1, points)
        queries = self.projection(self.encoder(flat))
        with torch.no_grad():
            keys = key["projection"](key["encoder"](flat))
        exchanged = torch.cat([keys[records:], keys[:records]])
        own = (queries * exchanged).sum(1, keepdim=True)
        products = torch.cat([own, queries @ self.queue.T], 1) / self.temperature
        return 2 * F.cross_entropy(products, torch.zeros(len(products), dtype=torch.long))
