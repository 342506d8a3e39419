"""PyTorch twins of Debye's networks: the same layers under the same names. Oracle and competitor, not a dependency.

Plain torch.nn (1.13 and newer). A state_dict has the names of Debye's checkpoints.
"""
import torch
from torch import nn



class Block(nn.Module):
    def __init__(self, inputs, outputs, size, stride):
        super().__init__()
        self.conv = nn.Conv1d(inputs, outputs, size, stride)
        self.norm = nn.BatchNorm1d(outputs)

    def forward(self, x):
        return nn.functional.max_pool1d(torch.relu(self.norm(self.conv(x))), 2)

    def points(self, n):
        size, stride = self.conv.kernel_size[0], self.conv.stride[0]
        return ((n - size) // stride + 1 - 2) // 2 + 1


class Fcnn(nn.Module):
    width = 64
    sequence = False

    def __init__(self, points):
        super().__init__()
        self.input_norm = nn.LayerNorm(points)
        self.hidden = nn.ModuleList()
        for inputs, outputs in ((points, 256), (256, 512), (512, 64)):
            self.hidden.append(nn.ModuleDict({"linear": nn.Linear(inputs, outputs), "norm": nn.LayerNorm(outputs)}))

    def forward(self, x):
        x = self.input_norm(x)
        for layer in self.hidden:
            x = torch.relu(layer["norm"](layer["linear"](x)))
        return x


class Cnn(nn.Module):
    sequence = False

    def __init__(self, points):
        super().__init__()
        self.input_norm = nn.LayerNorm(points)
        self.blocks = nn.ModuleList([Block(1, 64, 5, 2), Block(64, 64, 3, 2), Block(64, 4, 3, 1)])
        for block in self.blocks:
            points = block.points(points)
        self.width = 4 * points
        self.output_norm = nn.LayerNorm(self.width)

    def forward(self, x):
        x = self.input_norm(x).unsqueeze(1)
        for block in self.blocks:
            x = block(x)
        return self.output_norm(x.flatten(1))


class Residual(nn.Module):
    def __init__(self, inputs, outputs, size):
        super().__init__()
        self.conv1 = nn.Conv1d(inputs, outputs, size, 2, 1, bias=False)
        self.bn1 = nn.BatchNorm1d(outputs)
        self.conv2 = nn.Conv1d(outputs, outputs, size, 1, 1, bias=False)
        self.bn2 = nn.BatchNorm1d(outputs)
        self.downsample = nn.Sequential(nn.Conv1d(inputs, outputs, 1, 2, bias=False), nn.BatchNorm1d(outputs))

    def forward(self, x):
        y = self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x)))))
        return torch.relu(self.downsample(x)[:, :, : y.shape[2]] + y)


class ResNet(nn.Module):
    sequence = False

    def __init__(self, points):
        super().__init__()
        self.input_norm = nn.LayerNorm(points)
        self.conv1 = nn.Conv1d(1, 64, 7, 2, 3, bias=False)
        self.bn1 = nn.BatchNorm1d(64)
        for size in (3, 5, 7):
            blocks = [Residual(64, 64, size), Residual(64, 64, size), Residual(64, 8, size)]
            self.add_module(f"stream{size}", nn.Sequential(*blocks))
        with torch.no_grad():
            self.eval()
            self.width = self.streams(torch.zeros(1, points)).shape[1]
            self.train()
        self.output_norm = nn.LayerNorm(self.width)

    def streams(self, x):
        x = nn.functional.max_pool1d(torch.relu(self.bn1(self.conv1(x.unsqueeze(1)))), 3, 2, 1)
        parts = [
            nn.functional.avg_pool1d(getattr(self, f"stream{size}")(x), pool, 1)
            for size, pool in ((3, 16), (5, 11), (7, 6))
        ]
        points = min(part.shape[2] for part in parts)
        return sum(part[:, :, :points] for part in parts).flatten(1)

    def forward(self, x):
        return self.output_norm(self.streams(self.input_norm(x)))


class Lstm(nn.Module):
    width = 512
    sequence = True

    def __init__(self, points):
        super().__init__()
        self.input_norm = nn.LayerNorm(points)
        self.embedding = nn.Linear(points, 512)
        self.embedding_norm = nn.LayerNorm(512)
        self.lstm = nn.LSTM(512, 512, 2, batch_first=True)
        self.output_norm = nn.LayerNorm(512)

    def forward(self, x):
        x = torch.relu(self.embedding_norm(self.embedding(self.input_norm(x))))
        return self.output_norm(self.lstm(x)[0])


def positions(length, width):
    t = torch.arange(length, dtype=torch.float64)[:, None]
    i = torch.arange(width, dtype=torch.float64)[None, :]
    angle = t / torch.pow(torch.tensor(10000.0, dtype=torch.float64), (i - i % 2) / width)
    return torch.where(i % 2 == 0, torch.sin(angle), torch.cos(angle))


class Transformer(nn.Module):
    width = 256
    sequence = True

    def __init__(self, points):
        super().__init__()
        self.input_norm = nn.LayerNorm(points)
        self.embedding = nn.Linear(points, 256)
        self.layers = nn.ModuleList(
            nn.TransformerEncoderLayer(256, 8, 256, dropout=0.0, batch_first=True) for _ in range(2)
        )
        self.output_norm = nn.LayerNorm(256)

    def forward(self, x):
        x = self.embedding(self.input_norm(x))
        x = x + positions(x.shape[1], 256).to(x)
        for layer in self.layers:
            x = layer(x)
        return self.output_norm(x)


class Channel(nn.Module):
    def __init__(self):
        super().__init__()
        self.gamma = nn.Parameter(torch.zeros(1))

    def forward(self, x):
        return x + self.gamma * (torch.softmax(x @ x.transpose(1, 2), -1) @ x)


def scale(inputs, width):
    return nn.ModuleDict({"norm": nn.LayerNorm(width), "conv": nn.Conv1d(inputs, 1, 1), "bn": nn.BatchNorm1d(1)})


class Spatial(nn.Module):
    def __init__(self, points):
        super().__init__()
        self.conv1 = Block(1, 64, 5, 2)
        self.conv2 = Block(64, 8, 5, 1)
        self.embedding = nn.Linear(self.conv2.points(self.conv1.points(points)), 256)
        self.embedding_norm = nn.LayerNorm(256)
        self.spatial_attention = nn.MultiheadAttention(8, 2, batch_first=True)
        self.channel_attention = Channel()
        self.conv3 = scale(8, 256)

    def forward(self, x):
        x = self.embedding_norm(self.embedding(self.conv2(self.conv1(x.unsqueeze(1)))))
        places = x.transpose(1, 2)
        y = self.spatial_attention(places, places, places, need_weights=False)[0].transpose(1, 2) + x
        z = self.conv3["norm"](y + self.channel_attention(x))
        return torch.relu(self.conv3["bn"](self.conv3["conv"](z))).squeeze(1)


class Temporal(nn.Module):
    def __init__(self, points):
        super().__init__()
        self.embedding = nn.Linear(points, 256)
        self.attention = nn.MultiheadAttention(256, 8, batch_first=True)
        self.conv4 = scale(1, 256)

    def forward(self, x):
        x = self.embedding(x)
        x = x + positions(x.shape[1], 256).to(x)
        y = self.conv4["norm"](x + self.attention(x, x, x, need_weights=False)[0])
        z = torch.relu(self.conv4["bn"](self.conv4["conv"](y.reshape(-1, 1, 256))))
        return z.view(x.shape)


class FeedForward(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear1 = nn.Linear(256, 1024)
        self.linear2 = nn.Linear(1024, 256)

    def forward(self, x):
        return self.linear2(torch.relu(self.linear1(x)))


class ConvSc(nn.Module):
    width = 256
    sequence = False

    def __init__(self, points):
        super().__init__()
        self.spatial = Spatial(points)
        self.norm1 = nn.LayerNorm(256)
        self.feed_forward = FeedForward()
        self.norm2 = nn.LayerNorm(256)

    def finish(self, x):
        x = self.norm1(x)
        return self.norm2(x + self.feed_forward(x))

    def forward(self, x):
        return self.finish(self.spatial(x))


class ConvSct(ConvSc):
    sequence = True

    def __init__(self, points):
        super().__init__(points)
        self.temporal = Temporal(points)

    def forward(self, x):
        features = self.spatial(x.reshape(-1, x.shape[-1])).view(x.shape[0], x.shape[1], 256)
        return self.finish(features + self.temporal(x))


class Classifier(nn.Module):
    """Scores of (S, L, n), row by row: (S L, outputs)."""

    def __init__(self, encoder, outputs=1):
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.width, outputs)

    def forward(self, x):
        if not self.encoder.sequence:
            return self.head(self.encoder(x.reshape(-1, x.shape[-1])))
        return self.head(self.encoder(x)).flatten(0, 1)


class XanesMlp(nn.Module):
    """Carbone et al. 2019, Phys. Rev. Materials 3:033604."""

    width = 20
    sequence = False

    def __init__(self, points):
        super().__init__()
        sizes = (points, 90, 60, 20)
        self.hidden = nn.ModuleList([nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])])

    def forward(self, x):
        for layer in self.hidden:
            x = torch.relu(layer(x))
        return x


class XanesCnn(XanesMlp):
    def __init__(self, points):
        super().__init__(8 * ((points - 9) // 2))
        self.conv = nn.Conv1d(1, 8, 10)

    def forward(self, x):
        return super().forward(nn.functional.max_pool1d(torch.relu(self.conv(x.unsqueeze(1))), 2).flatten(1))


NETWORKS = {
    "FCNN": Fcnn,
    "CNN": Cnn,
    "RESNET": ResNet,
    "LSTM": Lstm,
    "TRANSFORMER": Transformer,
    "CONV_SC": ConvSc,
    "CONV_SCT": ConvSct,
    "XANES_MLP": XanesMlp,
    "XANES_CNN": XanesCnn,
}

if __name__ == "__main__":
    for name, network in NETWORKS.items():
        print(name, sum(p.numel() for p in Classifier(network(4023)).parameters()))
