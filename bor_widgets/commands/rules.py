"""`bor rules`: how the product treats each rule of the papers."""

from __future__ import annotations

import argparse
from collections import Counter

from bor_widgets.sources import Rule, rules
from bor_widgets.theory import computed_rules


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the command."""
    parser.add_argument("id", nargs="*", help="only these rules, in full; for instance R01 S19")
    parser.add_argument("--paper", choices=["P0", "P1", "P2"], help="only the rules of one paper")
    parser.add_argument(
        "--treatment", choices=["computed", "taught", "open"], help="only rules treated so"
    )
    parser.add_argument(
        "--check", action="store_true", help="fail if a rule is neither computed, taught nor open"
    )


def run(args: argparse.Namespace) -> int:
    """Print the rules that were asked for; with --check, say what does not hold."""
    if args.id:
        return _in_full(args.id)
    if args.check:
        return _check()
    code = computed_rules()
    chosen = [rule for rule in rules.values() if _wanted(rule, args)]
    for rule in chosen:
        cited = ", ".join(str(place) for place in rule.places)
        how = code.get(rule.id, "") if rule.treatment == "computed" else ", ".join(rule.lessons)
        print(
            f"{rule.id:<5}{rule.treatment:<10}{rule.explicitness:<11}{rule.name}  [{cited}]  {how}"
        )
    counts = Counter(rule.treatment for rule in chosen)
    told = ", ".join(f"{count} {treatment}" for treatment, count in sorted(counts.items()))
    print(f"\n{len(chosen)} rules: {told or 'none'}")
    return 0


def _wanted(rule: Rule, args: argparse.Namespace) -> bool:
    if args.paper and all(place.paper != args.paper for place in rule.places):
        return False
    return not args.treatment or rule.treatment == args.treatment


def _in_full(ids: list[str]) -> int:
    failed = 0
    for wanted in ids:
        try:
            rule = rules[wanted.upper()]
        except KeyError as error:
            print(error.args[0])
            failed = 1
            continue
        cited = ", ".join(str(place) for place in rule.places)
        qualifier = f" ({rule.qualifier})" if rule.qualifier else ""
        print(f"{rule.id}  {rule.name}\n  {rule.text}\n  {cited}; {rule.explicitness}{qualifier}")
        print(f"  {rule.treatment}: {computed_rules().get(rule.id) or ', '.join(rule.lessons)}\n")
    return failed


def problems() -> list[str]:
    """Say, rule by rule, what keeps it from being computed, taught or open."""
    found = []
    code = computed_rules()
    for rule in rules.values():
        if rule.treatment == "computed" and rule.id not in code:
            found.append(f"{rule.id} is said to be computed and no function names it")
        if rule.treatment != "computed" and rule.id in code:
            found.append(
                f"{rule.id} is computed by {code[rule.id]} and said to be {rule.treatment}"
            )
        if rule.treatment == "taught" and not rule.lessons:
            found.append(f"{rule.id} is said to be taught and names no lesson")
    found += [f"{name} is computed and is no rule" for name in code if name not in rules]
    return found


def _check() -> int:
    found = problems()
    for sentence in found:
        print(sentence)
    if not found:
        print(f"all {len(rules)} rules are computed, taught in a named lesson, or shown as open")
    return 1 if found else 0
