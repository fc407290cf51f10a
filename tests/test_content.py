"""Content files -> valid content, or every problem at once, in words and at its place."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from handouts.anatomy import check_anatomy
from handouts.codes import CODES
from handouts.content import Loaded, UnfitContentError, load, plain
from handouts.errors import ContentError, ExitCode, Problem
from handouts.model import Content
from handouts.model.base import Context
from handouts.source import read_source
from handouts.source_tree import MappingNode

EDITIONS = ("two_sided", "side_by_side", "single", "large_print", "pocket_card")

SAMPLE = """\
schema_version: 1
languages: [fr, en]
services:
  needling: { fr: microperforation, en: microneedling }
durations:
  makeup_wait:
    value: 24
    to: 48
    unit: hours
    min: 24
    max: 72
    source: A study
    approved_by: A nurse
facts:
  sunscreen: { fr: FPS 30, en: SPF 30 }
brands:
  pine:
    name: { fr: Clinique du Pin, en: Pine Clinic }
    colors:
      brand: "#0B4F5C"
      brand_mid: "#3A7D8A"
      brand_tint: "#E5F1F3"
    logo: assets/pine.svg
  fir:
    extends: pine
    name: { fr: Clinique du Sapin, en: Fir Clinic }
    colors:
      brand: "#5C0B4F"
clinics:
  levis:
    brand: pine
    name: { fr: Clinique de Lévis, en: Lévis Clinic }
    address:
      number: 12
      street: rue des Sapins
      city: Lévis
      postal_code: G6V 1A1
    phone: 418 555-0134
    after_hours: { fr: Info-Santé 811, en: Info-Santé 811 }
    hours:
      - first: monday
        last: friday
        opens: 9:00
        closes: 17:30
    website: https://clinic.example
    services: [needling]
    editions: [two_sided, single]
    overrides:
      makeup_wait:
        value: 72
        reason: { fr: Prudence, en: Caution }
handouts:
  pimples:
    code: PIM
    version: 1.0
    service: needling
    title: { fr: Des boutons, en: Pimples }
    subtitle: { fr: Après, en: After }
    slug: { fr: boutons, en: pimples }
    purpose: { fr: Rassurer, en: Reassure }
    reviewed: 2026-05-02
    review_due: 2028-05-02
    author_role: { fr: Infirmière, en: Nurse }
    approver_role: { fr: Médecin, en: Doctor }
    approval:
      status: sample
    sources:
      - title: A study
    conflicts: { fr: Aucun, en: None }
    sections:
      - id: main
        blocks:
          - block: main_message
            text: { fr: "Laissez-les.", en: Leave them alone. }
          - block: key_points
            items:
              - icon: hand
                text: { fr: Mains, en: Hands }
              - icon: drop
                text: { fr: Eau, en: Water }
      - id: care
        heading: { fr: Soins, en: Care }
        blocks:
          - block: steps
            items:
              - fr: Lavez.
                en: Wash.
              - fr: Séchez.
                en: Dry.
              - fr: Attendez.
                en: Wait.
          - block: avoid
            items:
              - text: { fr: Maquillage, en: Makeup }
                duration: makeup_wait
          - block: warning
            level: emergency
            signs:
              - { fr: Enflure, en: Swelling }
          - block: warning
            level: same_day
            signs:
              - { fr: Fièvre, en: Fever }
          - block: warning
            level: clinic
            signs:
              - { fr: Rougeur, en: Redness }
          - block: contact
            link: { fr: "https://clinic.example/fr", en: "https://clinic.example/en" }
"""
