import type { Category } from '../types.ts'
import cateringFumes from './catering-fumes.ts'
import openAirBarbecue from './open-air-barbecue.ts'
import constructionDust from './construction-dust.ts'
import roadDust from './road-dust.ts'
import bareSoilDust from './bare-soil-dust.ts'
import openBurning from './open-burning.ts'
import sacrificialBurning from './sacrificial-burning.ts'
import fireworks from './fireworks.ts'
import industrialEmissions from './industrial-emissions.ts'
import odor from './odor.ts'
import coalBurning from './coal-burning.ts'
import vehicleExhaust from './vehicle-exhaust.ts'
import machineryExhaust from './machinery-exhaust.ts'
import fuelVapor from './fuel-vapor.ts'
import constructionNoise from './construction-noise.ts'
import industrialNoise from './industrial-noise.ts'
import commercialNoise from './commercial-noise.ts'
import publicSpaceNoise from './public-space-noise.ts'
import trafficNoise from './traffic-noise.ts'
import neighbourNoise from './neighbour-noise.ts'
import sewageDischarge from './sewage-discharge.ts'
import drainageOverflow from './drainage-overflow.ts'
import blackOdorousWater from './black-odorous-water.ts'
import riverDumping from './river-dumping.ts'
import drinkingWater from './drinking-water.ts'
import ruralSewage from './rural-sewage.ts'
import solidWasteDumping from './solid-waste-dumping.ts'
import hazardousWaste from './hazardous-waste.ts'
import livestockPollution from './livestock-pollution.ts'
import agriInputs from './agri-inputs.ts'
import soilContamination from './soil-contamination.ts'
import tailings from './tailings.ts'
import wildlife from './wildlife.ts'
import invasiveSpecies from './invasive-species.ts'
import illegalMining from './illegal-mining.ts'
import vegetationDamage from './vegetation-damage.ts'
import protectedArea from './protected-area.ts'
import evCharging from './ev-charging.ts'
import otherEnvironment from './other-environment.ts'
import envInquiry from './env-inquiry.ts'
import outOfScope from './out-of-scope.ts'

/** Every category, the two that open no ticket last. */
export const categories = [
  cateringFumes,
  openAirBarbecue,
  constructionDust,
  roadDust,
  bareSoilDust,
  openBurning,
  sacrificialBurning,
  fireworks,
  industrialEmissions,
  odor,
  coalBurning,
  vehicleExhaust,
  machineryExhaust,
  fuelVapor,
  constructionNoise,
  industrialNoise,
  commercialNoise,
  publicSpaceNoise,
  trafficNoise,
  neighbourNoise,
  sewageDischarge,
  drainageOverflow,
  blackOdorousWater,
  riverDumping,
  drinkingWater,
  ruralSewage,
  solidWasteDumping,
  hazardousWaste,
  livestockPollution,
  agriInputs,
  soilContamination,
  tailings,
  wildlife,
  invasiveSpecies,
  illegalMining,
  vegetationDamage,
  protectedArea,
  evCharging,
  otherEnvironment,
  envInquiry,
  outOfScope,
] as const satisfies readonly Category[]

export type CategoryId = (typeof categories)[number]['id']
/** A category a ticket can carry. */
export type ComplaintCategoryId = Exclude<CategoryId, 'env-inquiry' | 'out-of-scope'>
