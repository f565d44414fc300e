import {
  AlignLeft,
  CircleDot,
  Feather,
  Gauge,
  Handshake,
  Smile,
  SquareCheck,
  Star,
  type LucideIcon,
} from 'lucide-react'
import type { QuestionKind } from '#listen/contract'

export const kindIcons: Record<QuestionKind, LucideIcon> = {
  nps: Gauge,
  csat: Smile,
  ces: Feather,
  star: Star,
  single: CircleDot,
  multiple: SquareCheck,
  text: AlignLeft,
  consent: Handshake,
}
