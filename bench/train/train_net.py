"""Trains the net beside the linear sums: `python3 bench/train/train_net.py FOLDER`.

FOLDER holds what `arrays.ts` laid out; `net.json` and `net-*.bin` are added to it for `train.ts` to pack. Needs torch and
numpy on a CPU, about three minutes on two cores. Seeded, but two threads add up in whichever order they come, so another
run gives a net as good, not the same bytes. It never sees a held-out row: when to stop was decided with them.
"""
import argparse
import json
import os
import time

os.environ.setdefault('OMP_WAIT_POLICY', 'PASSIVE')
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

SIZE, FILTERS, WINDOW = 64, 128, 3
EPOCHS, BATCH, RATE = 10, 256, 6e-3
# Vectors were found before (see below); moved any faster they learn the comments by heart.
VECTOR_RATE = 0.25
# Shares left out at random: of what a filter hears, of the places of vectors, of words, of words' own vectors (not their parts').
DROP = {'heard': 0.5, 'place': 0.2, 'word': 0.15, 'own': 0.2}
# Every comment of the forum is read in every epoch, of all other texts one in ten, and of those the weighty ones first.
OTHERS, WEIGHTY = 0.04, 0.4
# 28 shades are learnt slowest.
SHADES = 1.5
AVERAGE = 0.995
SEED = 1

parser = argparse.ArgumentParser()
parser.add_argument('folder')
parser.add_argument('--threads', type=int, default=2)
options = parser.parse_args()
torch.set_num_threads(options.threads)
torch.manual_seed(SEED)
chance = np.random.default_rng(SEED)


def load(name, kind):
    return np.fromfile(f'{options.folder}/{name}.bin', kind)


about = json.load(open(f'{options.folder}/arrays.json'))
heads, groups, kept = about['heads'], about['groups'], about['forms']
said, bounds = load('said', np.int32), load('bounds', np.int32).astype(np.int64)
vectors, vector_bounds = load('vectors', np.int32).astype(np.int64), load('vector-bounds', np.int32).astype(np.int64)
rows = len(bounds) - 1
vector_count = len(load('hashes', np.int32))
targets = load('targets', np.float32).reshape(rows, len(heads))
weights = load('weights', np.float32).reshape(rows, len(groups))
offsets = load('offsets', np.float32).reshape(rows, 3)
questions, forum = load('questions', np.uint8).astype(np.int64), load('forum', np.uint8) == 1
lengths = bounds[1:] - bounds[:-1]
own = vectors[vector_bounds[:-1]]
part_counts = vector_bounds[1:] - vector_bounds[:-1] - 1


def parts_of(forms):
    """The parts of some forms, one after the other, and where each form's begin."""
    counts = part_counts[forms]
    starts = np.cumsum(counts) - counts
    places = np.repeat(vector_bounds[forms] + 1 - starts, counts) + np.arange(counts.sum())
    return vectors[places], starts


def first_vectors():
    """Where vectors begin: words said near the same words lie near each other (the strongest directions of the positive
    pointwise mutual information of forms within five words, nearer ones counting more; Levy & Goldberg 2014), and a part
    lies amid the forms it stands in."""
    form = np.where(own < kept, own, -1)[said]
    text = np.repeat(np.arange(rows), lengths)
    keys, values = [], []
    for distance in range(1, 6):
        a, b = form[:-distance], form[distance:]
        both = (a >= 0) & (b >= 0) & (text[:-distance] == text[distance:])
        a, b = a[both].astype(np.int64), b[both].astype(np.int64)
        key, count = np.unique(np.concatenate([a * kept + b, b * kept + a]), return_counts=True)
        keys.append(key)
        values.append(count / distance)
    key, where = np.unique(np.concatenate(keys), return_inverse=True)
    value = np.bincount(where, np.concatenate(values))
    a, b = key // kept, key % kept
    total = np.bincount(a, value, kept)
    smooth = total**0.75
    smooth /= smooth.sum()
    information = np.log(value / (total[a] * smooth[b]) + 1e-12)
    positive = information > 0
    matrix = torch.sparse_coo_tensor(
        np.stack([a[positive], b[positive]]), torch.tensor(information[positive], dtype=torch.float32), (kept, kept)
    ).coalesce()
    basis = torch.randn(kept, SIZE + 20)
    for _ in range(5):
        basis, _ = torch.linalg.qr(torch.sparse.mm(matrix, basis))
        basis, _ = torch.linalg.qr(torch.sparse.mm(matrix.t(), basis))
    left, strength, _ = torch.linalg.svd(torch.sparse.mm(matrix, basis), full_matrices=False)
    place = (left[:, :SIZE] * strength[:SIZE] ** 0.5).numpy().astype(np.float64)
    place -= place.mean(0)
    place /= place.std()
    found = np.zeros((vector_count, SIZE))
    amid = np.zeros(vector_count)
    known = np.where((own >= 0) & (own < kept))[0]
    for form in known:
        parts = vectors[vector_bounds[form] + 1 : vector_bounds[form + 1]]
        found[parts] += place[own[form]]
        amid[parts] += 1
    found[kept:] *= 0.7 / (amid[kept:, None] + 1)
    found[:kept] = 0
    for form in known:
        parts = vectors[vector_bounds[form] + 1 : vector_bounds[form + 1]]
        found[own[form]] = place[own[form]] - (found[parts].mean(0) if len(parts) else 0)
    return found * 0.15


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.vectors = nn.Embedding(vector_count + 1, SIZE, padding_idx=0)
        self.vectors.weight.data[1:] = torch.from_numpy(first_vectors().astype(np.float32))
        self.filters = nn.Conv1d(SIZE, FILTERS, WINDOW, padding=WINDOW // 2)
        self.questions = nn.Parameter(torch.zeros(4, FILTERS))
        self.out = nn.Linear(FILTERS, len(heads))
        for g, group in enumerate(groups):
            span = slice(group['from'], group['to'])
            weight = weights[:, g : g + 1]
            share = np.clip((targets[:, span] * weight).sum(0) / weight.sum(), 0.003, 0.9)
            self.out.bias.data[span] = torch.from_numpy(np.zeros_like(share) if group['race'] else np.log(share / (1 - share)))

    def forward(self, batch):
        longest = int(lengths[batch].max())
        forms = np.full((len(batch), longest), -1, np.int64)
        for i, row in enumerate(batch):
            forms[i, : lengths[row]] = said[bounds[row] : bounds[row + 1]]
        spoken = forms >= 0
        unique, inverse = np.unique(np.where(spoken, forms, 0), return_inverse=True)
        alone = own[unique].copy()
        alone[(chance.random(len(alone)) < DROP['own']) & (part_counts[unique] > 0)] = -1
        parts, starts = parts_of(unique)
        vector = self.vectors(torch.from_numpy(alone + 1)) + F.embedding_bag(
            torch.from_numpy(parts + 1), self.vectors.weight, torch.from_numpy(starts), mode='mean'
        )
        vector = F.dropout(vector, DROP['place'])
        heard = spoken & (chance.random(spoken.shape) >= DROP['word'])
        x = vector[torch.from_numpy(inverse.reshape(-1))].view(len(batch), longest, SIZE)
        x = (x * torch.from_numpy(heard.astype(np.float32)).unsqueeze(-1)).transpose(1, 2)
        x = F.relu(self.filters(x) + self.questions[torch.from_numpy(questions[batch])].unsqueeze(-1))
        x = (x * torch.from_numpy(spoken.astype(np.float32)).unsqueeze(1)).max(2)[0]
        return self.out(F.dropout(x, DROP['heard']))


def loss_of(scores, batch, counts):
    target = torch.from_numpy(targets[batch])
    weight = torch.from_numpy(weights[batch] * counts[:, None])
    total = 0
    for g, group in enumerate(groups):
        span = slice(group['from'], group['to'])
        score = scores[:, span]
        if heads[group['from']] == 'sentiment:negative':
            score = score + torch.from_numpy(offsets[batch])
        if group['race']:
            loss = -(target[:, span] * F.log_softmax(score, 1)).sum(1)
        else:
            loss = F.binary_cross_entropy_with_logits(score, target[:, span], reduction='none').sum(1)
        share = SHADES if heads[group['from']].startswith('emotion:') else 1
        total = total + (loss * weight[:, g]).sum() * share
    return total / len(batch)


def learn(net):
    taught = np.where(lengths > 0)[0]
    part = np.where(forum[taught], 1, OTHERS)
    taken = np.minimum(1, weights[taught].max(1) / WEIGHTY) * part
    others = [value for name, value in net.named_parameters() if name != 'vectors.weight']
    steps = int(EPOCHS * taken.sum() / BATCH)
    optimizer = torch.optim.AdamW(
        [{'params': [net.vectors.weight], 'weight_decay': 0}, {'params': others, 'weight_decay': 0.01}],
        lr=RATE,
        betas=(0.9, 0.99),
    )
    mean = {name: value.clone() for name, value in net.state_dict().items()}
    done = 0
    began = time.time()
    for epoch in range(EPOCHS):
        drawn = chance.permutation(np.where(chance.random(len(taught)) < taken)[0])
        batches = []
        # Texts of like length together, so that little is padded.
        for at in range(0, len(drawn), BATCH * 50):
            some = drawn[at : at + BATCH * 50]
            some = some[np.argsort(lengths[taught[some]], kind='stable')]
            batches += [some[i : i + BATCH] for i in range(0, len(some), BATCH)]
        chance.shuffle(batches)
        total = 0
        for batch in batches:
            rate = RATE * min(1, (done + 1) / 200) * max(0.02, 1 - done / (steps * 1.01))
            optimizer.param_groups[0]['lr'] = rate * VECTOR_RATE
            optimizer.param_groups[1]['lr'] = rate
            optimizer.zero_grad(set_to_none=True)
            loss = loss_of(net(taught[batch]), taught[batch], (part[batch] / taken[batch]).astype(np.float32))
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 5)
            optimizer.step()
            total += float(loss)
            done += 1
            if done % 4 == 0:
                share = min(AVERAGE, done / (done + 200))
                for name, value in net.state_dict().items():
                    mean[name].mul_(share).add_(value, alpha=1 - share)
        print(f'epoch {epoch + 1}: loss {total / len(batches):.4f}, {time.time() - began:.0f} s', flush=True)
    net.load_state_dict(mean)


def save(net):
    # What customers mean is left to the linear sums: of the net only the feelings are kept.
    spoken = [i for i, name in enumerate(heads) if name.startswith(('emotion:', 'family:', 'group:'))]
    arrays = {
        'vectors': net.vectors.weight[1:],
        'pull': net.filters.weight.permute(2, 0, 1),
        'start': net.filters.bias + net.questions,
        'weights': net.out.weight[spoken].t(),
    }
    for name, value in arrays.items():
        value.detach().contiguous().numpy().astype(np.float32).tofile(f'{options.folder}/net-{name}.bin')
    head = {
        'heads': [heads[i] for i in spoken],
        'filters': FILTERS,
        'size': SIZE,
        'bias': [float(net.out.bias[i]) for i in spoken],
    }
    json.dump(head, open(f'{options.folder}/net.json', 'w'))


net = Net()
learn(net)
save(net)
